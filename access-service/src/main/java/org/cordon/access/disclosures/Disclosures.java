package org.cordon.access.disclosures;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cordon.access.labels.Labels;
import org.cordon.access.labels.VersionRelabelled;
import org.cordon.access.ledger.Ledger;
import org.cordon.access.ledger.LedgerEvent;
import org.cordon.access.people.People;
import org.cordon.access.proceedings.ProceedingsMoved;
import org.cordon.access.standings.StandingSet;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.DisclosureId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Disclosures from request to decision. Whether somebody may ask or decide is decided before, in
 * the same transaction.
 */
@Service
public class Disclosures {
  private final DisclosureStore store;
  private final Labels labels;
  private final People people;
  private final Ledger ledger;
  private final Clock clock;

  Disclosures(DisclosureStore store, Labels labels, People people, Ledger ledger, Clock clock) {
    this.store = store;
    this.labels = labels;
    this.people = people;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** The moments at which a disclosure of one of these versions began or ceased to be effective. */
  public List<Instant> moments(Collection<VersionId> versions) {
    return store.moments(versions);
  }

  Optional<DisclosureStore.Requested> find(DisclosureId id) {
    return store.find(id);
  }

  List<DisclosureStore.Requested> of(CaseId caseId, Optional<DisclosureId> after, int limit) {
    return store.of(caseId, after, limit);
  }

  /**
   * Asks for a disclosure; the same request twice is one.
   *
   * @throws Problem INVALID when the version is not of this case, or the recipient has no place in
   *     it; CONFLICT when it is a draft
   */
  @Transactional(propagation = Propagation.MANDATORY)
  DisclosureSummary request(CaseId caseId, RequestDisclosure command, PersonId by) {
    boolean here =
        labels.find(command.version()).filter(it -> it.caseId().equals(caseId)).isPresent();
    if (!here) {
      throw Problem.notFound();
    }
    labels.requireFrozen(command.version());
    if (people.find(caseId, command.recipient()).isEmpty()) {
      throw Problem.invalid("recipient", "has no place in this case.");
    }
    store.lock(caseId);
    return store.alike(command, by).stream()
        .filter(same -> store.states(same.id()).getFirst().state() == DisclosureState.REQUESTED)
        .findFirst()
        .map(this::summary)
        .orElseGet(() -> requestAnew(caseId, command, by));
  }

  private DisclosureSummary requestAnew(CaseId caseId, RequestDisclosure command, PersonId by) {
    Instant now = now();
    DisclosureStore.Requested requested =
        new DisclosureStore.Requested(
            DisclosureId.create(),
            caseId,
            command.version(),
            command.recipient(),
            command.purpose(),
            by,
            now);
    store.add(requested);
    step(requested, new DecideDisclosure(DisclosureState.REQUESTED, "", List.of(), null), by, now);
    return summary(requested);
  }

  /**
   * Decides.
   *
   * @throws Problem CONFLICT when it was refused; that is asked for anew
   */
  @Transactional(propagation = Propagation.MANDATORY)
  DisclosureSummary decide(
      DisclosureStore.Requested requested, DecideDisclosure decision, PersonId by) {
    store.lock(requested.caseId());
    if (!store.states(requested.id()).getFirst().state().isOpen()) {
      throw new Problem(
          Problem.Kind.CONFLICT, "This disclosure was refused. It takes a new request.");
    }
    step(requested, decision, by, now());
    return summary(requested);
  }

  /** Every approval of the case rests on the status of its proceedings (rule 16). */
  @EventListener
  void on(ProceedingsMoved moved) {
    store.lock(moved.caseId());
    store
        .approved(moved.caseId())
        .forEach(approved -> suspend(approved, "The status of the proceedings changed."));
  }

  /** An approval is touched when it is to that person, or of something that holds their account. */
  @EventListener
  void on(StandingSet set) {
    store.lock(set.caseId());
    store.approved(set.caseId()).stream()
        .filter(approved ->
            approved.recipient().equals(set.person())
                || labels
                    .find(approved.version())
                    .filter(it -> it.accountsOf().contains(set.person()))
                    .isPresent())
        .forEach(approved -> suspend(approved, "A standing that it touches was recorded."));
  }

  /** An approval is of what the version held when the officer looked. */
  @EventListener
  void on(VersionRelabelled relabelled) {
    if (!relabelled.accountsAdded().isEmpty()) {
      store.lock(relabelled.labels().caseId());
      store.approved(relabelled.labels().caseId()).stream()
          .filter(approved -> approved.version().equals(relabelled.labels().version()))
          .forEach(approved -> suspend(approved, "The version holds another account since."));
    }
  }

  private void suspend(DisclosureStore.Requested approved, String reason) {
    Instant now = now();
    store.add(
        approved,
        new DisclosureSummary.Step(
            DisclosureState.SUSPENDED, reason, List.of(), null, now, null, null));
    record(approved, DisclosureState.SUSPENDED, null);
  }

  private void step(
      DisclosureStore.Requested requested, DecideDisclosure decision, PersonId by, Instant now) {
    store.add(
        requested,
        new DisclosureSummary.Step(
            decision.state(),
            decision.reason(),
            decision.consultations(),
            decision.expires(),
            now,
            by,
            null));
    record(requested, decision.state(), by);
  }

  private void record(
      DisclosureStore.Requested requested, DisclosureState state, @Nullable PersonId by) {
    ledger.append(
        new LedgerEvent.Changed(
            by,
            "disclosure"
                + state.name().charAt(0)
                + state.name().substring(1).toLowerCase(Locale.ROOT),
            new LedgerEvent.Place(
                requested.caseId(), null, requested.version(), requested.recipient()),
            requested.id().toString()));
  }

  /** A disclosure as it is shown. */
  DisclosureSummary summary(DisclosureStore.Requested requested) {
    List<DisclosureSummary.Step> states = store.states(requested.id());
    Set<PersonId> named = new HashSet<>(List.of(requested.recipient(), requested.requester()));
    states.stream().flatMap(it -> Optional.ofNullable(it.by()).stream()).forEach(named::add);
    Map<PersonId, String> names = people.names(requested.caseId(), named);
    DisclosureSummary.Step newest = states.getFirst();
    return new DisclosureSummary(
        requested.id(),
        requested.caseId(),
        requested.version(),
        requested.recipient(),
        names.get(requested.recipient()),
        requested.purpose(),
        requested.requester(),
        names.get(requested.requester()),
        requested.at(),
        newest.state(),
        newest.expires(),
        states.stream()
            .map(it ->
                new DisclosureSummary.Step(
                    it.state(),
                    it.reason(),
                    it.consultations(),
                    it.expires(),
                    it.recordedAt(),
                    it.by(),
                    it.by() == null ? null : names.get(it.by())))
            .toList());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
