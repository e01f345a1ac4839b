package org.cordon.evidence.conversations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cordon.platform.access.PriorExposures;
import org.cordon.platform.access.PriorExposures.PriorExposure;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tables {@code conversation_records}, {@code record_exposure_lists}, {@code record_exposures}
 * and {@code record_confirmations}. Rows are only added.
 */
@Repository
class RecordStore {
  private final JdbcClient jdbc;

  RecordStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Who confirmed a version, and when; its hash is the version's. */
  record Confirmed(VersionId version, Instant at, PersonId by) {}

  /** False when the conversation has a record. */
  boolean add(ConversationRecord record) {
    return jdbc.sql(
                """
                insert into conversation_records
                  (item, conversation, started_at, ended_at, present, begun_at, begun_by)
                values (:item, :conversation, :started, :ended, :present, :at, :by)
                on conflict do nothing
                """)
            .param("item", record.item().value())
            .param("conversation", record.conversation().value())
            .param("started", record.startedAt().atOffset(ZoneOffset.UTC))
            .param("ended", record.endedAt().atOffset(ZoneOffset.UTC))
            .param("present", record.present())
            .param("at", record.begunAt().atOffset(ZoneOffset.UTC))
            .param("by", record.begunBy().value())
            .update()
        == 1;
  }

  Optional<ConversationRecord> find(ConversationId conversation) {
    return jdbc.sql("select * from conversation_records where conversation = :conversation")
        .param("conversation", conversation.value())
        .query((row, _) -> record(row))
        .optional();
  }

  /** Keeps what the participant had been shown, once for a version. */
  void keepExposures(VersionId version, PriorExposures prior, Instant at) {
    int added =
        jdbc.sql(
                """
                insert into record_exposure_lists (version, whole, listed_at)
                values (:version, :whole, :at) on conflict do nothing
                """)
            .param("version", version.value())
            .param("whole", prior.whole())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update();
    if (added == 1 && !prior.exposures().isEmpty()) {
      List<PriorExposure> shown = prior.exposures();
      jdbc.sql(
              """
              insert into record_exposures
                (version, position, ledger_entry, shown_version, shown_at, action)
              select :version, t.position, t.entry, t.shown, t.at, t.action
              from unnest(cast(:entries as uuid[]), cast(:shown as uuid[]),
                cast(:moments as timestamptz[]), cast(:actions as text[]))
                with ordinality as t (entry, shown, at, action, position)
              """)
          .param("version", version.value())
          .param("entries", texts(shown.stream().map(it -> it.entry().toString()).toList()))
          .param("shown", texts(shown.stream().map(it -> it.version().toString()).toList()))
          .param("moments", texts(shown.stream().map(it -> it.at().toString()).toList()))
          .param("actions", texts(shown.stream().map(PriorExposure::action).toList()))
          .update();
    }
  }

  /** What the participant had been shown before this version, oldest first. */
  List<PriorExposure> exposures(VersionId version) {
    return jdbc.sql(
            """
            select ledger_entry, shown_version, shown_at, action from record_exposures
            where version = :version order by position
            """)
        .param("version", version.value())
        .query((row, _) ->
            new PriorExposure(
                new LedgerEntryId(row.getObject(1, UUID.class)),
                new VersionId(row.getObject(2, UUID.class)),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4)))
        .list();
  }

  /** False when the version was confirmed before. */
  boolean confirm(Confirmed confirmed, String sha256) {
    return jdbc.sql(
                """
                insert into record_confirmations (version, sha256, confirmed_at, confirmed_by)
                values (:version, :sha256, :at, :by) on conflict do nothing
                """)
            .param("version", confirmed.version().value())
            .param("sha256", sha256)
            .param("at", confirmed.at().atOffset(ZoneOffset.UTC))
            .param("by", confirmed.by().value())
            .update()
        == 1;
  }

  Optional<Confirmed> confirmation(VersionId version) {
    return jdbc.sql(
            """
            select version, confirmed_at, confirmed_by from record_confirmations
            where version = :version
            """)
        .param("version", version.value())
        .query((row, _) ->
            new Confirmed(
                new VersionId(row.getObject(1, UUID.class)),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                new PersonId(row.getObject(3, UUID.class))))
        .optional();
  }

  private static String[] texts(List<String> values) {
    return values.toArray(String[]::new);
  }

  private static ConversationRecord record(ResultSet row) throws SQLException {
    return new ConversationRecord(
        new ItemId(row.getObject("item", UUID.class)),
        new ConversationId(row.getObject("conversation", UUID.class)),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        row.getObject("ended_at", OffsetDateTime.class).toInstant(),
        row.getString("present"),
        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
        new PersonId(row.getObject("begun_by", UUID.class)));
  }
}
