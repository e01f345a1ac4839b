package org.cordon.access.standings;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cordon.access.decisions.Reader;
import org.cordon.access.ledger.Ledger;
import org.cordon.access.ledger.LedgerEvent;
import org.cordon.access.people.People;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who declared to have no direct involvement in the investigation, and who investigates (rule 14).
 * Whether somebody may see or change it is decided before, in the same transaction.
 */
@Service
class Declarations {
  private final DeclarationStore store;
  private final People people;
  private final Ledger ledger;
  private final Clock clock;

  Declarations(DeclarationStore store, People people, Ledger ledger, Clock clock) {
    this.store = store;
    this.people = people;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** The newest word of everybody who ever declared, withdrawn ones included. */
  List<Declaration> declared(CaseId caseId) {
    List<DeclarationStore.Declared> declared = store.declared(caseId);
    Set<PersonId> investigators =
        store.investigators(caseId).stream().map(Investigator::person).collect(Collectors.toSet());
    Map<PersonId, String> names =
        people.names(
            caseId,
            declared.stream().map(DeclarationStore.Declared::person).collect(Collectors.toSet()));
    return declared.stream()
        .map(it ->
            new Declaration(
                it.person(),
                names.get(it.person()),
                it.statement(),
                it.at(),
                it.made() ? null : it.at(),
                investigators.contains(it.person())))
        .toList();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  Declaration declare(CaseId caseId, PersonId person, String statement) {
    record(store.declare(caseId, person, true, statement, now()));
    ledger.append(
        new LedgerEvent.Changed(
            person, "declarationMade", LedgerEvent.Place.of(caseId, person), null));
    return declared(caseId).stream()
        .filter(it -> it.person().equals(person))
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  /** Withdraws a declaration; where there is none, nothing changes. */
  @Transactional(propagation = Propagation.MANDATORY)
  void withdraw(CaseId caseId, PersonId person) {
    store.declared(caseId).stream()
        .filter(it -> it.person().equals(person) && it.made())
        .findFirst()
        .ifPresent(made -> {
          record(store.declare(caseId, person, false, made.statement(), now()));
          ledger.append(
              new LedgerEvent.Changed(
                  person, "declarationWithdrawn", LedgerEvent.Place.of(caseId, person), null));
        });
  }

  /** The list of investigators. */
  List<Investigator> investigators(CaseId caseId, Reader reader) {
    List<Investigator> listed = store.investigators(caseId);
    Map<PersonId, String> names =
        people.names(
            caseId,
            listed.stream()
                .flatMap(it -> Stream.of(it.person(), it.by()))
                .collect(Collectors.toSet()));
    return listed.stream()
        .map(it ->
            new Investigator(
                it.person(),
                names.get(it.person()),
                reader.reason(it.reason(), it.by()),
                it.recordedAt(),
                it.by(),
                names.get(it.by())))
        .toList();
  }

  /**
   * Puts somebody on the list; who is on it already stays as they are.
   *
   * @throws Problem NOT_FOUND when the person was never in the case
   */
  @Transactional(propagation = Propagation.MANDATORY)
  Investigator list(CaseId caseId, PersonId person, String reason, Reader by) {
    if (people.names(caseId, Set.of(person)).isEmpty()) {
      throw Problem.notFound();
    }
    if (store.investigators(caseId).stream().noneMatch(it -> it.person().equals(person))) {
      record(store.list(caseId, person, true, reason, now(), by.person()));
      ledger.append(
          new LedgerEvent.Changed(
              by.person(), "investigatorListed", LedgerEvent.Place.of(caseId, person), null));
    }
    return investigators(caseId, by).stream()
        .filter(it -> it.person().equals(person))
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  /** Takes somebody off the list; where they are not on it, nothing changes. */
  @Transactional(propagation = Propagation.MANDATORY)
  void remove(CaseId caseId, PersonId person, String reason, PersonId by) {
    if (store.investigators(caseId).stream().anyMatch(it -> it.person().equals(person))) {
      record(store.list(caseId, person, false, reason, now(), by));
      ledger.append(
          new LedgerEvent.Changed(
              by, "investigatorRemoved", LedgerEvent.Place.of(caseId, person), null));
    }
  }

  private static void record(boolean recorded) {
    if (!recorded) {
      throw new Problem(
          Problem.Kind.CONFLICT, "The same is being recorded just now. Try again in a moment.");
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
