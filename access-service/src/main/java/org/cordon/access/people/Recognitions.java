package org.cordon.access.people;

import java.time.Clock;
import java.time.ZoneOffset;
import org.cordon.platform.ids.Uuids;
import org.cordon.platform.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Remembers how verified tokens name people, so that decisions asked for by other services know a
 * person's roles in the organisation too. A row is added when something differs from the newest.
 */
@Service
public class Recognitions {
  private final JdbcClient jdbc;
  private final Clock clock;

  Recognitions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Takes note of who calls. */
  public void recognise(Caller caller) {
    jdbc.sql(
            """
            insert into recognitions (id, person, name, account, organisation_roles, recorded_at)
            select :id, :person, :name, :account, cast(:roles as text[]), :at
            where not exists (
              select from (
                select name, account, organisation_roles from recognitions where person = :person
                order by recorded_at desc, id desc limit 1) newest
              where newest.name = :name and newest.account = :account
                and newest.organisation_roles = cast(:roles as text[]))
            """)
        .param("id", Uuids.timeOrdered())
        .param("person", caller.person().value())
        .param("name", caller.name())
        .param("account", caller.account())
        .param(
            "roles",
            caller.organisationRoles().stream().map(Enum::name).sorted().toArray(String[]::new))
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
