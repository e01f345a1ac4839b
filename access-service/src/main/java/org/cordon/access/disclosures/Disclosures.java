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
import java.util.function.Predicate;
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

  Set<DisclosureId> approved(List<DisclosureStore.Requested> some) {
    return store.approved(some.stream().map(DisclosureStore.Requested::id).toList());
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

  /** Until the transaction ends nothing moves that disclosures of this case touch. */
  void lock(CaseId caseId) {
    store.lock(caseId);
  }

  /**
   * Decides; {@link #lock} first.
   *
   * @throws Problem CONFLICT when it was refused; that is asked for anew
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void decide(DisclosureStore.Requested requested, DecideDisclosure decision, PersonId by) {
    if (!store.states(requested.id()).getFirst().state().isOpen()) {
      throw new Problem(
          Problem.Kind.CONFLICT, "This disclosure was refused. It takes a new request.");
    }
    step(requested, decision, by, now());
  }

  /** Every disclosure of the case rests on the status of its proceedings (rule 16). */
  @EventListener
  void on(ProceedingsMoved moved) {
    touch(moved.caseId(), DisclosureMove.Cause.PROCEEDINGS, true, _ -> true);
  }

  /** One is touched when it is to that person, or of something that holds their account. */
  @EventListener
  void on(StandingSet set) {
    touch(
        set.caseId(),
        DisclosureMove.Cause.STANDING,
        true,
        asked ->
            asked.recipient().equals(set.person())
                || labels
                    .find(asked.version())
                    .filter(it -> it.accountsOf().contains(set.person()))
                    .isPresent());
  }

  /**
   * An approval is of what the version held when the officer looked: it is suspended when that
   * became more. Every other change of its labels is told to whoever decides next.
   */
  @EventListener
  void on(VersionRelabelled relabelled) {
    touch(
        relabelled.labels().caseId(),
        DisclosureMove.Cause.LABELS,
        !relabelled.accountsAdded().isEmpty(),
        asked -> asked.version().equals(relabelled.labels().version()));
  }

  private void touch(
      CaseId caseId,
      DisclosureMove.Cause cause,
      boolean suspends,
      Predicate<DisclosureStore.Requested> touched) {
    store.lock(caseId);
    for (DisclosureStore.Open open : store.open(caseId)) {
      if (touched.test(open.requested())) {
        Instant now = now();
        store.add(open, new DisclosureMove(cause, now));
        if (suspends && open.state() == DisclosureState.APPROVED) {
          suspend(open.requested(), cause.reason(), now);
        }
      }
    }
  }

  private void suspend(DisclosureStore.Requested approved, String reason, Instant now) {
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
        store.moves(requested.id()),
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
