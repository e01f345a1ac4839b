package org.cordon.access.standings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code declarations} and {@code investigators}: rows are only added. */
@Repository
class DeclarationStore {
  private final JdbcClient jdbc;

  DeclarationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest word of each person; {@code made} is false when they withdrew it. */
  record Declared(PersonId person, boolean made, String statement, Instant at) {}

  List<Declared> declared(CaseId caseId) {
    return jdbc.sql(
            """
            select distinct on (person) person, made, statement, recorded_at from declarations
            where case_id = :case order by person, revision desc
            """)
        .param("case", caseId.value())
        .query((row, _) ->
            new Declared(
                person(row, "person"),
                row.getBoolean("made"),
                row.getString("statement"),
                instant(row)))
        .list();
  }

  /** False when somebody else recorded one of the same person at the same time. */
  boolean declare(CaseId caseId, PersonId person, boolean made, String statement, Instant at) {
    return jdbc.sql(
                """
                insert into declarations
                  (id, case_id, person, revision, made, statement, recorded_at)
                select :id, :case, :person, 1 + coalesce(max(revision), 0), :made, :statement, :at
                from declarations where case_id = :case and person = :person
                on conflict do nothing
                """)
            .param("id", Uuids.timeOrdered())
            .param("case", caseId.value())
            .param("person", person.value())
            .param("made", made)
            .param("statement", statement)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** Those who are on the list now. */
  List<Investigator> investigators(CaseId caseId) {
    return jdbc.sql(
            """
            select person, reason, recorded_at, recorded_by from (
              select distinct on (person) person, listed, reason, recorded_at, recorded_by
              from investigators where case_id = :case order by person, revision desc) newest
            where listed
            """)
        .param("case", caseId.value())
        .query((row, _) ->
            new Investigator(
                person(row, "person"),
                null,
                row.getString("reason"),
                instant(row),
                person(row, "recorded_by"),
                null))
        .list();
  }

  /** False when somebody else listed the same person at the same time. */
  boolean list(
      CaseId caseId, PersonId person, boolean listed, String reason, Instant at, PersonId by) {
    return jdbc.sql(
                """
                insert into investigators
                  (id, case_id, person, revision, listed, reason, recorded_at, recorded_by)
                select :id, :case, :person, 1 + coalesce(max(revision), 0), :listed, :reason, :at, :by
                from investigators where case_id = :case and person = :person
                on conflict do nothing
                """)
            .param("id", Uuids.timeOrdered())
            .param("case", caseId.value())
            .param("person", person.value())
            .param("listed", listed)
            .param("reason", reason)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("by", by.value())
            .update()
        == 1;
  }

  private static PersonId person(ResultSet row, String column) throws SQLException {
    return new PersonId(row.getObject(column, UUID.class));
  }

  private static Instant instant(ResultSet row) throws SQLException {
    return row.getObject("recorded_at", OffsetDateTime.class).toInstant();
  }
}
