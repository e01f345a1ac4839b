package org.cordon.access.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cordon.access.decisions.Facts;
import org.cordon.access.ledger.Ledger;
import org.cordon.access.ledger.LedgerEvent;
import org.cordon.access.people.AgencySummary;
import org.cordon.access.people.People;
import org.cordon.access.policies.Action;
import org.cordon.access.policies.CaseRole;
import org.cordon.access.policies.PersonFacts;
import org.cordon.access.policies.Policies;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The cases that a person has a role in. */
@Service
public class Cases {
  /** Dates are those of the place where reviews are held. */
  private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");

  private static final String NO_NAME = "Business manager";

  private final CaseStore store;
  private final People people;
  private final Facts facts;
  private final Policies policies;
  private final Ledger ledger;
  private final Clock clock;

  Cases(
      CaseStore store, People people, Facts facts, Policies policies, Ledger ledger, Clock clock) {
    this.store = store;
    this.people = people;
    this.facts = facts;
    this.policies = policies;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Opens a case, with its opener as business manager; part of the decision's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public CaseSummary open(OpenCase command, PersonId opener, String name) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    CaseSummary opened =
        new CaseSummary(
            CaseId.create(),
            command.reference(),
            command.title(),
            command.reviewType(),
            LocalDate.ofInstant(now, UNITED_KINGDOM),
            List.of(CaseRole.BUSINESS_MANAGER));
    store.add(opened, opener, now);
    ledger.append(
        new LedgerEvent.Changed(opener, "caseOpened", LedgerEvent.Place.in(opened.id()), null));
    people.addOpener(opened.id(), opener, asLine(name));
    return opened;
  }

  /** The cases whose pages a person may open, newest first. */
  @Transactional(readOnly = true)
  public List<CaseSummary> of(PersonId person, Optional<CaseId> after, int limit) {
    PersonFacts known = facts.of(person);
    return store.of(policies.cases(known, Action.READ_CASE), after, limit).stream()
        .map(found -> withRoles(found, known))
        .toList();
  }

  /**
   * A case for somebody who may open its page.
   *
   * @throws Problem NOT_FOUND when there is no such case
   */
  @Transactional(readOnly = true)
  CaseDetail require(CaseId caseId, PersonId person) {
    PersonFacts known = facts.of(person);
    CaseSummary found =
        store.of(Set.of(caseId), Optional.empty(), 1).stream()
            .findFirst()
            .orElseThrow(Problem::notFound);
    List<Action> open = policies.openIn(known, caseId);
    List<AgencySummary> agencies =
        open.contains(Action.READ_PEOPLE) ? people.agencies(caseId) : List.of();
    return CaseDetail.of(
        withRoles(found, known), agencies, open.stream().map(Action::json).toList());
  }

  /** A token's name is not ours to refuse, so what does not belong in a line is left out. */
  private static String asLine(String name) {
    String line = name.replaceAll("[\\p{Cc}\\p{Cf}]", " ").strip();
    return line.isEmpty() ? NO_NAME : line;
  }

  private static CaseSummary withRoles(CaseSummary found, PersonFacts facts) {
    return new CaseSummary(
        found.id(),
        found.reference(),
        found.title(),
        found.reviewType(),
        found.openedOn(),
        List.copyOf(facts.rolesIn(found.id())));
  }
}
