package org.cordon.evidence.conversations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The {@code quarantined_passages} and {@code quarantine_decisions} tables. Rows are only added;
 * what was said is in none of them.
 */
@Repository
class QuarantineStore {
  private final JdbcClient jdbc;

  /** What becomes of a quarantined passage. */
  enum Outcome {
    RELEASED,
    KEPT
  }

  /** One decision on a passage. */
  record QuarantineDecision(Outcome decision, String reason, Instant at, PersonId by) {}

  /** A passage that was kept out of a record. */
  record Quarantined(
      VersionId version, Instant at, PersonId by, @Nullable QuarantineDecision decision) {}

  QuarantineStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(ItemId record, VersionId version, Instant at, PersonId by) {
    jdbc.sql(
            """
            insert into quarantined_passages (version, record, quarantined_at, quarantined_by)
            values (:version, :record, :at, :by)
            """)
        .param("version", version.value())
        .param("record", record.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by.value())
        .update();
  }

  /** False when it was decided on before. */
  boolean decide(VersionId version, QuarantineDecision decision, LedgerEntryId entry) {
    return jdbc.sql(
                """
                insert into quarantine_decisions
                  (version, decision, reason, decided_at, decided_by, ledger_entry)
                values (:version, :decision, :reason, :at, :by, :entry) on conflict do nothing
                """)
            .param("version", version.value())
            .param("decision", decision.decision().name())
            .param("reason", decision.reason())
            .param("at", decision.at().atOffset(ZoneOffset.UTC))
            .param("by", decision.by().value())
            .param("entry", entry.value())
            .update()
        == 1;
  }

  /** What was kept out of a record, oldest first; only what is whole. */
  List<Quarantined> of(ItemId record) {
    return jdbc.sql(
            """
            select q.version, q.quarantined_at, q.quarantined_by,
              d.decision, d.reason, d.decided_at, d.decided_by
            from quarantined_passages q
            join versions v on v.id = q.version
            left join quarantine_decisions d on d.version = q.version
            where q.record = :record order by q.version
            """)
        .param("record", record.value())
        .query((row, _) -> quarantined(row))
        .list();
  }

  /** How much waits for the officer, in words; empty when nothing does. */
  String waitingInWords(ItemId record) {
    long waiting = of(record).stream().filter(it -> it.decision() == null).count();
    if (waiting == 0) {
      return "";
    }
    return waiting == 1
        ? "One passage is with the approving officer."
        : waiting + " passages are with the approving officer.";
  }

  /** What was released in a case. */
  Set<VersionId> releasedIn(CaseId caseId) {
    return jdbc
        .sql(
            """
            select d.version from quarantine_decisions d join drafts v on v.version = d.version
            where v.case_id = :case and d.decision = 'RELEASED'
            """)
        .param("case", caseId.value())
        .query((row, _) -> new VersionId(row.getObject(1, UUID.class)))
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Quarantined quarantined(ResultSet row) throws SQLException {
    String decision = row.getString("decision");
    return new Quarantined(
        new VersionId(row.getObject("version", UUID.class)),
        row.getObject("quarantined_at", OffsetDateTime.class).toInstant(),
        new PersonId(row.getObject("quarantined_by", UUID.class)),
        decision == null
            ? null
            : new QuarantineDecision(
                Outcome.valueOf(decision),
                row.getString("reason"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                new PersonId(row.getObject("decided_by", UUID.class))));
  }
}
