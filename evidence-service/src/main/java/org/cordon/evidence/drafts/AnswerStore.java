package org.cordon.evidence.drafts;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The {@code opened_answers} table, and who wrote since a draft began. Rows are only added. */
@Repository
class AnswerStore {
  private final JdbcClient jdbc;
  private final Clock clock;

  private record Row(VersionId version, boolean used) {}

  AnswerStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void add(Draft draft, PersonId person, OpenedAccounts.Answered answer) {
    jdbc.sql(
            """
            insert into opened_answers (draft, person, version, used, answered_at)
            values (:draft, :person, :version, :used, :at) on conflict do nothing
            """)
        .param("draft", draft.version().value())
        .param("person", person.value())
        .param("version", answer.version().value())
        .param("used", answer.used())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Whether a writer used each version that they answered for since they last saved. */
  Map<VersionId, Boolean> answers(Draft draft, PersonId person) {
    return jdbc
        .sql(
            """
            select distinct on (version) version, used from opened_answers
            where draft = :draft and person = :person
              and answered_at >= coalesce(
                (select max(saved_at) from passages where draft = :draft and saved_by = :person),
                '-infinity')
            order by version, answered_at desc, used desc
            """)
        .param("draft", draft.version().value())
        .param("person", person.value())
        .query((row, _) ->
            new Row(new VersionId(row.getObject("version", UUID.class)), row.getBoolean("used")))
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableMap(Row::version, Row::used));
  }

  /** Who saved something in the draft itself, in a lasting order. */
  List<PersonId> writers(Draft draft) {
    return jdbc.sql(
            """
            select distinct saved_by from passages
            where draft = :draft and saved_at >= :begun order by saved_by
            """)
        .param("draft", draft.version().value())
        .param("begun", OffsetDateTime.ofInstant(draft.begunAt(), ZoneOffset.UTC))
        .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
        .list();
  }
}
