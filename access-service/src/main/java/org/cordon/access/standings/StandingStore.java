package org.cordon.access.standings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The {@code standings} table: rows are only added, the highest revision holds. */
@Repository
class StandingStore {
  private final JdbcClient jdbc;

  StandingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One row. */
  record Row(PersonId person, int revision, PersonStanding.Recorded recorded) {}

  /** Until the transaction ends, nobody else changes the standings of this case. */
  void lock(CaseId caseId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 5))")
        .param("name", "standings " + caseId)
        .query((_, _) -> true)
        .single();
  }

  /** Every standing that was recorded in a case, newest first. */
  List<Row> of(CaseId caseId) {
    return jdbc.sql(
            """
            select person, revision, standing, matters, reason, recorded_at, recorded_by
            from standings where case_id = :case order by person, revision desc
            """)
        .param("case", caseId.value())
        .query((row, _) -> row(row))
        .list();
  }

  void add(CaseId caseId, PersonId person, int revision, SetStanding set, Instant at, PersonId by) {
    jdbc.sql(
            """
            insert into standings
              (id, case_id, person, revision, standing, matters, reason, recorded_at, recorded_by)
            values (:id, :case, :person, :revision, :standing, cast(:matters as text[]), :reason,
              :at, :by)
            """)
        .param("id", Uuids.timeOrdered())
        .param("case", caseId.value())
        .param("person", person.value())
        .param("revision", revision)
        .param("standing", set.standing().name())
        .param("matters", set.matters().stream().sorted().toArray(String[]::new))
        .param("reason", set.reason())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by.value())
        .update();
  }

  /** Everybody who is or was a practitioner or a family member in the case. */
  Set<PersonId> tookPart(CaseId caseId) {
    return jdbc.sql(
            """
            select distinct person from case_roles
            where case_id = :case and role in ('CASE_GROUP_MEMBER', 'FAMILY_MEMBER')
            """)
        .param("case", caseId.value())
        .query((row, _) -> new PersonId(row.getObject("person", UUID.class)))
        .set();
  }

  /** The moments at which something changed in a case that decisions rest on. */
  List<Instant> moments(CaseId caseId) {
    return jdbc.sql("select recorded_at from standings where case_id = :case")
        .param("case", caseId.value())
        .query((row, _) -> row.getObject("recorded_at", OffsetDateTime.class).toInstant())
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        new PersonId(row.getObject("person", UUID.class)),
        row.getInt("revision"),
        new PersonStanding.Recorded(
            Standing.valueOf(row.getString("standing")),
            List.of((String[]) row.getArray("matters").getArray()),
            row.getString("reason"),
            row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
            new PersonId(row.getObject("recorded_by", UUID.class)),
            null));
  }
}
