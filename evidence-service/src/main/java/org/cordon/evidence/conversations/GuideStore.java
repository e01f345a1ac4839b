package org.cordon.evidence.conversations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The {@code conversation_guides}, {@code guide_submissions} and {@code guide_decisions} tables.
 * Rows are only added.
 */
@Repository
class GuideStore {
  private final JdbcClient jdbc;

  GuideStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The item that is the guide of a conversation. */
  Optional<ItemId> guideOf(ConversationId conversation) {
    return jdbc.sql("select item from conversation_guides where conversation = :conversation")
        .param("conversation", conversation.value())
        .query((row, _) -> new ItemId(row.getObject(1, UUID.class)))
        .optional();
  }

  /** Makes an item the guide of a conversation; false when either has another one. */
  boolean link(ConversationId conversation, ItemId item, Instant at, PersonId by) {
    jdbc.sql(
            """
            insert into conversation_guides (conversation, item, made_at, made_by)
            values (:conversation, :item, :at, :by) on conflict do nothing
            """)
        .param("conversation", conversation.value())
        .param("item", item.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by.value())
        .update();
    return guideOf(conversation).filter(item::equals).isPresent();
  }

  /** False when the version was submitted before. */
  boolean add(ConversationId conversation, UUID id, VersionId version, Instant at, PersonId by) {
    return jdbc.sql(
                """
                insert into guide_submissions
                  (id, conversation, version, submitted_at, submitted_by)
                values (:id, :conversation, :version, :at, :by) on conflict do nothing
                """)
            .param("id", id)
            .param("conversation", conversation.value())
            .param("version", version.value())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("by", by.value())
            .update()
        == 1;
  }

  /** False when it was decided on before. */
  boolean decide(UUID submission, GuideSubmission.GuideDecision decision, LedgerEntryId entry) {
    return jdbc.sql(
                """
                insert into guide_decisions
                  (submission, decision, reason, decided_at, decided_by, ledger_entry)
                values (:submission, :decision, :reason, :at, :by, :entry)
                on conflict do nothing
                """)
            .param("submission", submission)
            .param("decision", decision.decision().name())
            .param("reason", decision.reason())
            .param("at", decision.at().atOffset(ZoneOffset.UTC))
            .param("by", decision.by().value())
            .param("entry", entry.value())
            .update()
        == 1;
  }

  /** Newest first. */
  List<GuideSubmission> submissions(ConversationId conversation) {
    return jdbc.sql(
            """
            select s.id, s.version, v.number, s.submitted_at, s.submitted_by,
              d.decision, d.reason, d.decided_at, d.decided_by
            from guide_submissions s
            join versions v on v.id = s.version
            left join guide_decisions d on d.submission = s.id
            where s.conversation = :conversation
            order by s.id desc limit 200
            """)
        .param("conversation", conversation.value())
        .query((row, _) -> submission(row))
        .list();
  }

  private static GuideSubmission submission(ResultSet row) throws SQLException {
    String decision = row.getString("decision");
    return new GuideSubmission(
        row.getObject("id", UUID.class),
        new VersionId(row.getObject("version", UUID.class)),
        row.getInt("number"),
        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
        new PersonId(row.getObject("submitted_by", UUID.class)),
        decision == null
            ? null
            : new GuideSubmission.GuideDecision(
                GuideSubmission.Outcome.valueOf(decision),
                row.getString("reason"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                new PersonId(row.getObject("decided_by", UUID.class))));
  }
}
