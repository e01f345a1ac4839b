package org.cordon.access.accounts;

import java.time.Clock;
import java.time.ZoneOffset;
import org.cordon.access.decisions.Decisions;
import org.cordon.access.decisions.Facts;
import org.cordon.access.ledger.Ledger;
import org.cordon.access.ledger.LedgerEvent;
import org.cordon.access.people.People;
import org.cordon.access.people.PersonInCase;
import org.cordon.access.policies.Action;
import org.cordon.access.policies.PersonFacts;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes accounts and opens them again; the {@code accounts} table says who has one. */
@Service
class Accounts {
  private final JdbcClient jdbc;
  private final People people;
  private final Facts facts;
  private final Decisions decisions;
  private final KeycloakUsers users;
  private final Ledger ledger;
  private final Clock clock;

  Accounts(
      JdbcClient jdbc,
      People people,
      Facts facts,
      Decisions decisions,
      KeycloakUsers users,
      Ledger ledger,
      Clock clock) {
    this.jdbc = jdbc;
    this.people = people;
    this.facts = facts;
    this.decisions = decisions;
    this.users = users;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** What the account's owner is told, once. */
  record Opened(String account, String temporaryPassword) {
    /** Never the password, whoever logs this. */
    @Override
    public String toString() {
      return "Opened[]";
    }
  }

  /**
   * Makes an account for a person of a case. Our row is written first, so that the database settles
   * a race before Keycloak is asked; if Keycloak refuses, the row goes too.
   *
   * @throws Problem NOT_FOUND when the person is not of the case; CONFLICT when they have an
   *     account
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Opened create(CaseId caseId, PersonId person, EmailAddress email, PersonId by) {
    PersonInCase place = people.find(caseId, person).orElseThrow(Problem::notFound);
    if (place.account() != null || !add(person, email, by)) {
      throw new Problem(
          Problem.Kind.CONFLICT, "This person or this address has an account already.");
    }
    ledger.append(
        new LedgerEvent.Changed(by, "accountCreated", LedgerEvent.Place.of(caseId, person), null));
    TemporaryPassword password = TemporaryPassword.create();
    users.create(person, place.name(), email.value(), password);
    return new Opened(email.value(), password.value());
  }

  /**
   * Gives an account of a person of a case a new temporary password, ends its sessions and lifts a
   * lock after wrong passwords. Whoever knows the password could sign in with it, so it is given
   * only to somebody who could have made that account all that it is: who manages people in each of
   * the person's cases and has each of their roles in the organisation.
   *
   * @throws Problem NOT_FOUND when the person is not of the case or has no account; CONFLICT when
   *     somebody else has to do it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Opened reset(CaseId caseId, PersonId person, PersonId by) {
    String account =
        people.find(caseId, person).map(PersonInCase::account).orElseThrow(Problem::notFound);
    requireNothingWon(person, by);
    ledger.append(
        new LedgerEvent.Changed(by, "passwordReset", LedgerEvent.Place.of(caseId, person), null));
    TemporaryPassword password = TemporaryPassword.create();
    users.reset(person, account, password);
    return new Opened(account, password.value());
  }

  private void requireNothingWon(PersonId person, PersonId by) {
    PersonFacts theirs = facts.of(person);
    boolean managesAll =
        theirs.cases().stream()
            .allMatch(held -> decisions.isOpenTo(by, Action.MANAGE_PEOPLE, held));
    if (!managesAll || !facts.of(by).organisationRoles().containsAll(theirs.organisationRoles())) {
      throw new Problem(
          Problem.Kind.CONFLICT,
          "You cannot give this account a new password. Ask the person who runs Cordon.");
    }
  }

  private boolean add(PersonId person, EmailAddress email, PersonId by) {
    return jdbc.sql(
                """
                insert into accounts (person, account, recorded_at, recorded_by)
                values (:person, :account, :at, :by) on conflict do nothing
                """)
            .param("person", person.value())
            .param("account", email.value())
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .param("by", by.value())
            .update()
        == 1;
  }
}
