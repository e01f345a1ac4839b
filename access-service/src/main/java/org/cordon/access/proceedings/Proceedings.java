package org.cordon.access.proceedings;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cordon.access.decisions.Moment;
import org.cordon.access.ledger.Ledger;
import org.cordon.access.ledger.LedgerEvent;
import org.cordon.access.people.People;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.ProceedingsId;
import org.cordon.platform.problems.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The proceedings of cases. Whether somebody may see or change them is decided before; every change
 * happens in the transaction of that decision.
 */
@Service
public class Proceedings {
  /** The most proceedings that a case may have, and the most matters of one. */
  static final int MOST = 50;

  private final ProceedingsStore store;
  private final People people;
  private final Ledger ledger;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Proceedings(
      ProceedingsStore store,
      People people,
      Ledger ledger,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.people = people;
    this.ledger = ledger;
    this.events = events;
    this.clock = clock;
  }

  /** What the proceedings of these cases mean as of a moment; cases without any are missing. */
  public Map<CaseId, CaseProceedings> meaning(Collection<CaseId> cases, Moment moment) {
    return store.meaning(cases, moment);
  }

  /** The moments at which the state of proceedings of this case changed. */
  public List<Instant> moments(CaseId caseId) {
    return store.moments(caseId);
  }

  /** Whether criminal proceedings beside the case are live now. */
  boolean hasLiveCriminal(CaseId caseId) {
    return store.hasLiveCriminal(caseId);
  }

  /** The proceedings of a case in the order in which they were opened. */
  List<ProceedingsSummary> list(CaseId caseId, List<String> may) {
    return store.of(caseId).stream().map(opened -> summary(caseId, opened, may)).toList();
  }

  /** The newest state of proceedings; empty when the case has none such. */
  Optional<ProceedingsState> seen(CaseId caseId, ProceedingsId proceedings) {
    return find(caseId, proceedings)
        .flatMap(opened -> store.states(opened.id()).stream().findFirst());
  }

  /** The only proceedings of a case, for a caller who named none. */
  ProceedingsId requireOnly(CaseId caseId) {
    List<ProceedingsStore.Opened> all = store.of(caseId);
    if (all.size() != 1) {
      throw Problem.invalid("proceedings", "is missing.");
    }
    return all.getFirst().id();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  ProceedingsSummary open(CaseId caseId, OpenProceedings command, PersonId by, List<String> may) {
    store.lock(caseId);
    requireRoom(store.of(caseId).size(), "A case may have at most " + MOST + " proceedings.");
    Instant now = now();
    ProceedingsStore.Opened opened =
        new ProceedingsStore.Opened(ProceedingsId.create(), command.kind(), command.title());
    store.open(caseId, opened, now, by);
    store.add(
        caseId,
        opened,
        new ProceedingsState(
            1,
            command.status(),
            command.walled(),
            command.status().isLive() ? now : null,
            command.since(),
            command.note(),
            now,
            by));
    moved(caseId, opened.id(), "proceedingsOpened", command.status().name(), by);
    return summary(caseId, opened, may);
  }

  /**
   * Changes the state of proceedings; approvals that rest on it are suspended with it (rule 16).
   *
   * @param expected the entity tag of the revision that the decision rested on
   * @throws Problem NOT_FOUND when there are no such proceedings; CHANGED when the revision is
   *     another by now; INVALID when the status is not one of their kind
   */
  @Transactional(propagation = Propagation.MANDATORY)
  ProceedingsSummary change(
      CaseId caseId,
      ProceedingsId proceedings,
      ChangeProceedings change,
      String expected,
      PersonId by,
      List<String> may) {
    store.lock(caseId);
    ProceedingsStore.Opened opened = require(caseId, proceedings);
    ProceedingsState before = store.states(opened.id()).getFirst();
    if (!expected.equals(before.entityTag())) {
      throw new Problem(
          Problem.Kind.CHANGED, "Somebody changed these proceedings first. Load them again.");
    }
    ProceedingsState next = before.next(change, now(), by);
    OpenProceedings.requireFits(opened.kind(), next.status(), next.walled());
    store.add(caseId, opened, next);
    moved(caseId, opened.id(), "proceedingsChanged", next.status().name(), by);
    return summary(caseId, opened, may);
  }

  /**
   * Names a fact in issue.
   *
   * @throws Problem CONFLICT when the case has a matter of that name
   */
  @Transactional(propagation = Propagation.MANDATORY)
  ProceedingsSummary addMatter(
      CaseId caseId,
      ProceedingsId proceedings,
      String name,
      String description,
      PersonId by,
      List<String> may) {
    store.lock(caseId);
    ProceedingsStore.Opened opened = require(caseId, proceedings);
    requireRoom(
        store.matters(proceedings).size(), "Proceedings may have at most " + MOST + " matters.");
    if (!store.addMatter(
        caseId, proceedings, new ProceedingsSummary.Matter(name, description, now(), by, null))) {
      throw new Problem(Problem.Kind.CONFLICT, "This case has a matter of that name already.");
    }
    recorded(caseId, "matterAdded", proceedings.toString(), by);
    return summary(caseId, opened, may);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  ProceedingsSummary recordDiscussion(
      CaseId caseId,
      ProceedingsId proceedings,
      RecordEarlyDiscussion discussion,
      PersonId by,
      List<String> may) {
    ProceedingsStore.Opened opened = require(caseId, proceedings);
    store.addDiscussion(proceedings, discussion, now(), by);
    recorded(caseId, "earlyDiscussionRecorded", proceedings.toString(), by);
    return summary(caseId, opened, may);
  }

  /**
   * Records that the CPS agrees to a release while a charging decision is pending (rule 20).
   *
   * @throws Problem CONFLICT when none is pending
   */
  @Transactional(propagation = Propagation.MANDATORY)
  ProceedingsSummary recordAgreement(
      CaseId caseId,
      ProceedingsId proceedings,
      String agreedBy,
      String reason,
      PersonId by,
      List<String> may) {
    store.lock(caseId);
    ProceedingsStore.Opened opened = require(caseId, proceedings);
    ProceedingsState state = store.states(proceedings).getFirst();
    if (state.status() != ProceedingsStatus.CHARGING_DECISION_PENDING) {
      throw new Problem(
          Problem.Kind.CONFLICT, "No charging decision is pending, so no agreement is needed.");
    }
    store.addAgreement(
        proceedings,
        state.revision(),
        new ProceedingsSummary.ChargingAgreement(agreedBy, reason, now(), by, null));
    recorded(caseId, "chargingAgreementRecorded", proceedings.toString(), by);
    return summary(caseId, opened, may);
  }

  private void moved(
      CaseId caseId, ProceedingsId proceedings, String what, String status, PersonId by) {
    recorded(caseId, what, proceedings + " " + status, by);
    events.publishEvent(new ProceedingsMoved(caseId, by));
  }

  private void recorded(CaseId caseId, String what, String detail, PersonId by) {
    ledger.append(new LedgerEvent.Changed(by, what, LedgerEvent.Place.in(caseId), detail));
  }

  private ProceedingsSummary summary(
      CaseId caseId, ProceedingsStore.Opened opened, List<String> may) {
    List<ProceedingsState> states = store.states(opened.id());
    ProceedingsState now = states.getFirst();
    var matters = store.matters(opened.id());
    var discussion = store.findDiscussion(opened.id());
    var agreement = store.findAgreement(opened.id(), now.revision());
    Set<PersonId> writers =
        Stream.of(
                states.stream().map(ProceedingsState::recordedBy),
                matters.stream().map(ProceedingsSummary.Matter::by),
                discussion.stream().map(ProceedingsSummary.EarlyDiscussion::by),
                agreement.stream().map(ProceedingsSummary.ChargingAgreement::by))
            .flatMap(it -> it)
            .collect(Collectors.toSet());
    Written names = new Written(people.names(caseId, writers));
    return new ProceedingsSummary(
        opened.id(),
        opened.kind(),
        opened.title(),
        now.status(),
        now.walled(),
        now.status().isLive(),
        now.since(),
        now.revision(),
        states.stream().map(names::of).toList(),
        matters.stream().map(names::of).toList(),
        discussion.map(names::of).orElse(null),
        agreement.map(names::of).orElse(null),
        may);
  }

  private Optional<ProceedingsStore.Opened> find(CaseId caseId, ProceedingsId proceedings) {
    return store.of(caseId).stream().filter(it -> it.id().equals(proceedings)).findFirst();
  }

  private ProceedingsStore.Opened require(CaseId caseId, ProceedingsId proceedings) {
    return find(caseId, proceedings).orElseThrow(Problem::notFound);
  }

  private static void requireRoom(int size, String message) {
    if (size >= MOST) {
      throw new Problem(Problem.Kind.CONFLICT, message);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
