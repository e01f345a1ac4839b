package org.cordon.access.accounts;

import java.time.Clock;
import java.time.ZoneOffset;
import org.cordon.access.ledger.Ledger;
import org.cordon.access.ledger.LedgerEvent;
import org.cordon.access.people.People;
import org.cordon.access.people.PersonInCase;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes accounts; the {@code accounts} table says who has one. */
@Service
class Accounts {
  private final JdbcClient jdbc;
  private final People people;
  private final KeycloakUsers users;
  private final Ledger ledger;
  private final Clock clock;

  Accounts(JdbcClient jdbc, People people, KeycloakUsers users, Ledger ledger, Clock clock) {
    this.jdbc = jdbc;
    this.people = people;
    this.users = users;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** What the new account's owner is told, once. */
  record Created(String account, String temporaryPassword) {
    /** Never the password, whoever logs this. */
    @Override
    public String toString() {
      return "Created[]";
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
  public Created create(CaseId caseId, PersonId person, EmailAddress email, PersonId by) {
    PersonInCase place = people.find(caseId, person).orElseThrow(Problem::notFound);
    if (place.account() != null || !add(person, email, by)) {
      throw new Problem(
          Problem.Kind.CONFLICT, "This person or this address has an account already.");
    }
    ledger.append(
        new LedgerEvent.Changed(by, "accountCreated", LedgerEvent.Place.of(caseId, person), null));
    TemporaryPassword password = TemporaryPassword.create();
    users.create(person, place.name(), email.value(), password);
    return new Created(email.value(), password.value());
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
