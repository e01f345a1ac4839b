package org.cordon.evidence.circulations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The {@code circulations} table; rows are only added. */
@Repository
class CirculationStore {
  private final JdbcClient jdbc;

  /** One person to whom a version went. */
  record CirculationLine(
      PersonId person, @Nullable LocalDate by, Instant circulatedAt, PersonId circulatedBy) {}

  CirculationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Notes it; repeating it changes nothing. */
  @Transactional
  public void add(
      VersionId version, List<PersonId> people, Optional<LocalDate> by, Instant at, PersonId who) {
    for (PersonId person : people) {
      jdbc.sql(
              """
              insert into circulations (version, person, answer_by, circulated_at, circulated_by)
              select :version, :person, cast(:by as date), :at, :who
              where not exists (
                select from circulations
                where version = :version and person = :person
                  and answer_by is not distinct from cast(:by as date))
              """)
          .param("version", version.value())
          .param("person", person.value())
          .param("by", by.orElse(null))
          .param("at", at.atOffset(ZoneOffset.UTC))
          .param("who", who.value())
          .update();
    }
  }

  /** To whom a version went, newest first; at most 1,000. */
  List<CirculationLine> of(VersionId version) {
    return jdbc.sql(
            """
            select person, answer_by, circulated_at, circulated_by from circulations
            where version = :version order by circulated_at desc, person limit 1000
            """)
        .param("version", version.value())
        .query((row, _) ->
            new CirculationLine(
                new PersonId(row.getObject("person", UUID.class)),
                row.getObject("answer_by", LocalDate.class),
                row.getObject("circulated_at", OffsetDateTime.class).toInstant(),
                new PersonId(row.getObject("circulated_by", UUID.class))))
        .list();
  }
}
