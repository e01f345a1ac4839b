package org.cordon.access.standings;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cordon.access.decisions.Moment;
import org.cordon.access.decisions.Reader;
import org.cordon.access.ledger.Ledger;
import org.cordon.access.ledger.LedgerEvent;
import org.cordon.access.people.People;
import org.cordon.access.people.PersonInCase;
import org.cordon.access.proceedings.CaseProceedings;
import org.cordon.access.proceedings.Proceedings;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The standings of a case's people. Whether somebody may see or change them is decided before; a
 * change happens in the transaction of that decision.
 */
@Service
public class Standings {
  private static final int EVERYBODY = 100_000;

  private final StandingStore store;
  private final Proceedings proceedings;
  private final People people;
  private final Ledger ledger;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Standings(
      StandingStore store,
      Proceedings proceedings,
      People people,
      Ledger ledger,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.proceedings = proceedings;
    this.people = people;
    this.ledger = ledger;
    this.events = events;
    this.clock = clock;
  }

  /** The moments at which a standing was recorded in this case. */
  public List<Instant> moments(CaseId caseId) {
    return store.moments(caseId);
  }

  /** Everybody who is in the case or had a standing in it, by name. */
  List<PersonStanding> list(CaseId caseId, Reader reader) {
    Map<PersonId, List<StandingStore.Row>> recorded =
        store.of(caseId).stream().collect(Collectors.groupingBy(StandingStore.Row::person));
    Map<PersonId, PersonInCase> here =
        people.list(caseId, Optional.empty(), EVERYBODY).stream()
            .collect(Collectors.toMap(PersonInCase::person, it -> it));
    Set<PersonId> all = new HashSet<>(here.keySet());
    all.addAll(recorded.keySet());
    Set<PersonId> named = new HashSet<>(all);
    recorded.values().forEach(rows -> rows.forEach(row -> named.add(row.recorded().by())));
    Map<PersonId, String> names = people.names(caseId, named);
    Optional<Instant> wallSince =
        Optional.ofNullable(proceedings.meaning(List.of(caseId), Moment.NOW).get(caseId))
            .flatMap(CaseProceedings::wallSince);
    Set<PersonId> tookPart = store.tookPart(caseId);
    return all.stream()
        .map(person ->
            summary(
                person,
                recorded.getOrDefault(person, List.of()),
                tookPart.contains(person),
                wallSince,
                names,
                reader))
        .sorted(
            Comparator.comparing((PersonStanding it) -> String.valueOf(it.personName()))
                .thenComparing(it -> it.person().toString()))
        .toList();
  }

  /**
   * What is on record of a person.
   *
   * @param standing NONE where nothing is
   * @param entityTag of the revision that was looked at
   */
  record Seen(Standing standing, String entityTag) {}

  /** What is on record of a person now. */
  Seen seen(CaseId caseId, PersonId person) {
    return newest(caseId, person)
        .map(row -> new Seen(row.recorded().standing(), "\"" + row.revision() + "\""))
        .orElse(new Seen(Standing.NONE, "\"0\""));
  }

  /**
   * Records a standing; approvals that it touches are suspended with it (rule 16).
   *
   * @param expected the entity tag of the revision that the decision rested on
   * @throws Problem NOT_FOUND when the person was never in the case; CHANGED when the revision is
   *     another by now
   */
  @Transactional(propagation = Propagation.MANDATORY)
  PersonStanding set(CaseId caseId, PersonId person, SetStanding set, String expected, Reader by) {
    store.lock(caseId);
    if (people.names(caseId, Set.of(person)).isEmpty()) {
      throw Problem.notFound();
    }
    int revision = newest(caseId, person).map(StandingStore.Row::revision).orElse(0);
    if (!expected.equals("\"" + revision + "\"")) {
      throw new Problem(
          Problem.Kind.CHANGED, "Somebody changed this standing first. Load it again.");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    store.add(caseId, person, revision + 1, set, now, by.person());
    ledger.append(
        new LedgerEvent.Changed(
            by.person(),
            "standingSet",
            LedgerEvent.Place.of(caseId, person),
            set.standing().name()));
    events.publishEvent(new StandingSet(caseId, person, set.standing(), by.person()));
    return list(caseId, by).stream()
        .filter(it -> it.person().equals(person))
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  private Optional<StandingStore.Row> newest(CaseId caseId, PersonId person) {
    return store.of(caseId).stream().filter(row -> row.person().equals(person)).findFirst();
  }

  private static PersonStanding summary(
      PersonId person,
      List<StandingStore.Row> rows,
      boolean tookPart,
      Optional<Instant> wallSince,
      Map<PersonId, String> names,
      Reader reader) {
    List<PersonStanding.Recorded> history =
        rows.stream().map(row -> shown(row.recorded(), names, reader)).toList();
    Optional<PersonStanding.Recorded> newest = history.stream().findFirst();
    Standing effective =
        Standing.effective(
            newest.map(it -> new Standing.Recorded(it.standing(), it.recordedAt())),
            tookPart,
            wallSince);
    return new PersonStanding(
        person,
        names.get(person),
        newest.map(PersonStanding.Recorded::standing).orElse(Standing.NONE),
        effective,
        wallSince.isPresent() && effective.isKeptApart(),
        newest.map(PersonStanding.Recorded::matters).orElse(List.of()),
        newest.map(PersonStanding.Recorded::reason).orElse(null),
        newest.map(PersonStanding.Recorded::recordedAt).orElse(null),
        newest.map(PersonStanding.Recorded::by).orElse(null),
        newest.map(PersonStanding.Recorded::byName).orElse(null),
        rows.stream().findFirst().map(StandingStore.Row::revision).orElse(0),
        history,
        reader.may());
  }

  private static PersonStanding.Recorded shown(
      PersonStanding.Recorded recorded, Map<PersonId, String> names, Reader reader) {
    return new PersonStanding.Recorded(
        recorded.standing(),
        recorded.matters(),
        reader.reason(recorded.reason(), recorded.by()),
        recorded.recordedAt(),
        recorded.by(),
        names.get(recorded.by()));
  }
}
