package org.cordon.evidence.conversations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.Id;
import org.cordon.platform.ids.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The {@code conversations} and {@code conversation_plans} tables. Rows are only added; the plan is
 * its highest revision.
 */
@Repository
class ConversationStore {
  private static final String SELECT =
      """
      select c.id, c.case_id, c.participant, c.form, c.follow_up_of, p.*
      from conversations c
      join lateral (
        select * from conversation_plans p where p.conversation = c.id
        order by p.revision desc limit 1) p on true
      """;

  private final JdbcClient jdbc;

  ConversationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Conversation conversation) {
    jdbc.sql(
            """
            insert into conversations (id, case_id, participant, form, follow_up_of)
            values (:id, :case, :participant, :form, :followUpOf)
            """)
        .param("id", conversation.id().value())
        .param("case", conversation.caseId().value())
        .param("participant", conversation.participant().value())
        .param("form", conversation.form().name())
        .param("followUpOf", conversation.followUpOf().map(Id::value).orElse(null))
        .update();
    addPlan(conversation.id(), conversation.plan());
  }

  /** False when that revision is there already. */
  boolean addPlan(ConversationId conversation, ConversationPlan plan) {
    return jdbc.sql(
                """
                insert into conversation_plans
                  (conversation, revision, conductor, other_conductor, mix, at, place,
                   time_chosen_by, purpose_told, present, planned_at, planned_by)
                values
                  (:conversation, :revision, :conductor, :other, :mix, :at, :place,
                   :chosenBy, :purpose, :present, :plannedAt, :plannedBy)
                on conflict do nothing
                """)
            .param("conversation", conversation.value())
            .param("revision", plan.revision())
            .param("conductor", plan.conductors().getFirst().value())
            .param("other", plan.conductors().getLast().value())
            .param("mix", plan.mix().name())
            .param("at", plan.at().atOffset(ZoneOffset.UTC))
            .param("place", plan.place())
            .param("chosenBy", plan.timeChosenBy())
            .param("purpose", plan.purposeTold())
            .param("present", plan.present())
            .param("plannedAt", plan.plannedAt().atOffset(ZoneOffset.UTC))
            .param("plannedBy", plan.plannedBy().value())
            .update()
        == 1;
  }

  Optional<Conversation> find(ConversationId id) {
    return jdbc.sql(SELECT + "where c.id = :id")
        .param("id", id.value())
        .query((row, _) -> conversation(row))
        .optional();
  }

  /**
   * The conversations of a case in the order of their planning.
   *
   * @param with when given, only those that this person takes part in, on either side
   */
  List<Conversation> of(
      CaseId caseId, Optional<PersonId> with, Optional<ConversationId> after, int limit) {
    return jdbc.sql(
            SELECT
                + """
                where c.case_id = :case
                  and (cast(:after as uuid) is null or c.id > cast(:after as uuid))
                  and (cast(:person as uuid) is null or cast(:person as uuid)
                    in (c.participant, p.conductor, p.other_conductor))
                order by c.id limit :limit
                """)
        .param("case", caseId.value())
        .param("after", after.map(Id::value).orElse(null))
        .param("person", with.map(Id::value).orElse(null))
        .param("limit", limit)
        .query((row, _) -> conversation(row))
        .list();
  }

  /** Those that follow up this one, in the order of their planning. */
  List<ConversationId> followUps(ConversationId of) {
    return jdbc.sql("select id from conversations where follow_up_of = :of order by id limit 200")
        .param("of", of.value())
        .query((row, _) -> new ConversationId(row.getObject(1, UUID.class)))
        .list();
  }

  private static Conversation conversation(ResultSet row) throws SQLException {
    return new Conversation(
        new ConversationId(row.getObject("id", UUID.class)),
        new CaseId(row.getObject("case_id", UUID.class)),
        new PersonId(row.getObject("participant", UUID.class)),
        ConversationForm.valueOf(row.getString("form")),
        Optional.ofNullable(row.getObject("follow_up_of", UUID.class)).map(ConversationId::new),
        new ConversationPlan(
            row.getInt("revision"),
            List.of(
                new PersonId(row.getObject("conductor", UUID.class)),
                new PersonId(row.getObject("other_conductor", UUID.class))),
            ConductorMix.valueOf(row.getString("mix")),
            instant(row, "at"),
            row.getString("place"),
            row.getString("time_chosen_by"),
            row.getString("purpose_told"),
            row.getString("present"),
            instant(row, "planned_at"),
            new PersonId(row.getObject("planned_by", UUID.class))));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
