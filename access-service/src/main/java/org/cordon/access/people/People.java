package org.cordon.access.people;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cordon.access.ledger.Ledger;
import org.cordon.access.ledger.LedgerEvent;
import org.cordon.access.ledger.LedgerEvent.Place;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people, agencies and roles of cases. Whether somebody may see or change them is decided
 * before; every change happens in the transaction of that decision.
 */
@Service
public class People {
  /** The most agencies that a case may have. */
  static final int MAX_AGENCIES = 200;

  private final PeopleStore store;
  private final AgencyStore agencies;
  private final Ledger ledger;
  private final Clock clock;

  People(PeopleStore store, AgencyStore agencies, Ledger ledger, Clock clock) {
    this.store = store;
    this.agencies = agencies;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** The people of a case as they are now, in the order of their ids. */
  public List<PersonInCase> list(CaseId caseId, Optional<PersonId> after, int limit) {
    return store.current(caseId, after, limit);
  }

  /** A person's place in a case as it is now. */
  public Optional<PersonInCase> find(CaseId caseId, PersonId person) {
    return store.find(caseId, person);
  }

  /** The names that people have, or had last, in a case. */
  public Map<PersonId, String> names(CaseId caseId, Set<PersonId> people) {
    return store.names(caseId, List.copyOf(people)).stream()
        .collect(Collectors.toMap(PeopleStore.Named::person, PeopleStore.Named::name));
  }

  /** Everybody who is or was in a case, with the name they have or had last. */
  public Map<PersonId, String> everIn(CaseId caseId) {
    return store.everIn(caseId).stream()
        .collect(Collectors.toMap(PeopleStore.Named::person, PeopleStore.Named::name));
  }

  /** The moments at which a role or agency in this case began or ended. */
  public List<Instant> moments(CaseId caseId) {
    return store.moments(caseId);
  }

  /**
   * Whether the change would only take roles away, and none that keeps the person from what another
   * role of theirs opens.
   */
  boolean onlyTightens(PersonInCase before, SetPlace after) {
    Set<CaseRole> ended = EnumSet.noneOf(CaseRole.class);
    ended.addAll(before.roles());
    ended.removeAll(after.roles());
    boolean leavesWhatKeepsThemApart =
        !after.roles().isEmpty()
            && (ended.contains(CaseRole.CASE_GROUP_MEMBER)
                || ended.contains(CaseRole.FAMILY_MEMBER));
    return !leavesWhatKeepsThemApart
        && before.roles().containsAll(after.roles())
        && after.roles().size() < before.roles().size()
        && (after.roles().isEmpty()
            || (before.name().equals(after.name()) && sameAgency(before.agency(), after.agency())));
  }

  /** Who opens a case is its first business manager. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void addOpener(CaseId caseId, PersonId opener, String name) {
    PeopleStore.Stamp stamp = stamp(opener);
    store.join(caseId, opener, name, null, stamp);
    store.grant(caseId, opener, CaseRole.BUSINESS_MANAGER, stamp);
    ledger.append(change(opener, "roleGranted", caseId, opener, CaseRole.BUSINESS_MANAGER.name()));
  }

  /**
   * Makes a person's place in a case what it is to be, and says what it is now.
   *
   * @param expected the revision that the caller saw, if they said
   * @throws Problem CHANGED when it is another by now; CONFLICT when the case would be left without
   *     a business manager; INVALID when the agency is not one of the case, or a stranger is given
   *     no role
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public PersonInCase set(
      CaseId caseId, PersonId person, SetPlace place, Optional<String> expected, PersonId by) {
    store.lock(caseId);
    Optional<PersonInCase> before = store.find(caseId, person);
    requireSeen(expected, before);
    requireAgency(caseId, place.agency());
    if (before.isEmpty() && place.roles().isEmpty()) {
      throw Problem.invalid("roles", "must name at least one role for somebody who is new here.");
    }
    Set<CaseRole> had = EnumSet.noneOf(CaseRole.class);
    before.ifPresent(existing -> had.addAll(existing.roles()));
    requireBusinessManager(caseId, had, place.roles());
    PeopleStore.Stamp stamp = stamp(by);
    List<LedgerEvent> events = new ArrayList<>();
    changePlace(caseId, person, before, place, stamp, events);
    for (CaseRole role : CaseRole.values()) {
      if (had.contains(role) && !place.roles().contains(role)) {
        store.end(caseId, person, role, stamp);
        events.add(change(by, "roleEnded", caseId, person, role.name()));
      } else if (place.roles().contains(role) && !had.contains(role)) {
        store.grant(caseId, person, role, stamp);
        events.add(change(by, "roleGranted", caseId, person, role.name()));
      }
    }
    ledger.append(events);
    return store.find(caseId, person).orElseGet(() -> takenOff(caseId, before.orElseThrow()));
  }

  private void changePlace(
      CaseId caseId,
      PersonId person,
      Optional<PersonInCase> before,
      SetPlace place,
      PeopleStore.Stamp stamp,
      List<LedgerEvent> events) {
    boolean stays = !place.roles().isEmpty();
    boolean same =
        before
            .map(was -> was.name().equals(place.name()) && sameAgency(was.agency(), place.agency()))
            .orElse(false);
    if (before.isPresent() && !(stays && same)) {
      store.leave(caseId, person, stamp);
    }
    if (stays && !same) {
      store.join(caseId, person, place.name(), place.agency(), stamp);
      events.add(
          change(
              stamp.by(),
              before.isEmpty() ? "personJoined" : "placeChanged",
              caseId,
              person,
              place.agency() == null ? null : place.agency().toString()));
    } else if (!stays) {
      events.add(change(stamp.by(), "personLeft", caseId, person, null));
    }
  }

  /** The agencies of a case by name. */
  public List<AgencySummary> agencies(CaseId caseId) {
    return agencies.of(caseId);
  }

  /**
   * Adds an agency to a case.
   *
   * @throws Problem CONFLICT when the case has one of that name, or as many as it may have
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public AgencySummary addAgency(CaseId caseId, String name, PersonId by) {
    store.lock(caseId);
    AgencySummary agency = new AgencySummary(AgencyId.create(), name);
    if (agencies.of(caseId).size() >= MAX_AGENCIES) {
      throw new Problem(
          Problem.Kind.CONFLICT, "A case may have at most " + MAX_AGENCIES + " agencies.");
    }
    if (!agencies.add(caseId, agency, stamp(by))) {
      throw new Problem(Problem.Kind.CONFLICT, "This case has an agency of that name already.");
    }
    ledger.append(
        new LedgerEvent.Changed(by, "agencyAdded", Place.in(caseId), agency.id().toString()));
    return agency;
  }

  private void requireSeen(Optional<String> expected, Optional<PersonInCase> before) {
    boolean seen =
        expected
            .map(tag -> before.map(was -> was.entityTag().equals(tag)).orElse(false))
            .orElse(true);
    if (!seen) {
      throw new Problem(
          Problem.Kind.CHANGED, "Somebody changed this person's place first. Load it again.");
    }
  }

  private void requireAgency(CaseId caseId, @Nullable AgencyId agency) {
    if (agency != null && !agencies.isIn(caseId, agency)) {
      throw Problem.invalid("agency", "is not an agency of this case.");
    }
  }

  private void requireBusinessManager(CaseId caseId, Set<CaseRole> had, Set<CaseRole> keeps) {
    if (had.contains(CaseRole.BUSINESS_MANAGER)
        && !keeps.contains(CaseRole.BUSINESS_MANAGER)
        && store.holders(caseId, CaseRole.BUSINESS_MANAGER) == 1) {
      throw new Problem(
          Problem.Kind.CONFLICT, "A case keeps a business manager. Appoint another one first.");
    }
  }

  private PersonInCase takenOff(CaseId caseId, PersonInCase before) {
    return new PersonInCase(
        before.person(),
        before.name(),
        before.account(),
        before.agency(),
        List.of(),
        before.since(),
        store.revision(caseId, before.person()));
  }

  private PeopleStore.Stamp stamp(PersonId by) {
    return new PeopleStore.Stamp(clock.instant().truncatedTo(ChronoUnit.MICROS), by);
  }

  private static LedgerEvent.Changed change(
      PersonId by, String what, CaseId caseId, PersonId about, @Nullable String detail) {
    return new LedgerEvent.Changed(by, what, Place.of(caseId, about), detail);
  }

  private static boolean sameAgency(@Nullable AgencySummary had, @Nullable AgencyId has) {
    return had == null ? has == null : had.id().equals(has);
  }
}
