package org.cordon.access.checkpoints;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.cordon.merkle.SignedCheckpoint;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The {@code ledger_checkpoints} table: what was signed, added once a size. */
@Repository
class CheckpointStore {
  private static final RowMapper<StoredCheckpoint> STORED =
      (row, _) ->
          new StoredCheckpoint(
              row.getLong("size"),
              row.getString("note"),
              row.getObject("signed_at", OffsetDateTime.class).toInstant());

  private final JdbcClient jdbc;

  CheckpointStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(SignedCheckpoint signed, Instant at) {
    jdbc.sql(
            """
            insert into ledger_checkpoints (size, root, note, signed_at)
            values (:size, :root, :note, :at)
            """)
        .param("size", signed.size())
        .param("root", signed.root().bytes())
        .param("note", signed.note())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<StoredCheckpoint> findNewest() {
    return jdbc.sql(
            "select size, note, signed_at from ledger_checkpoints order by size desc limit 1")
        .query(STORED)
        .optional();
  }

  Optional<StoredCheckpoint> find(long size) {
    return jdbc.sql("select size, note, signed_at from ledger_checkpoints where size = :size")
        .param("size", size)
        .query(STORED)
        .optional();
  }

  /** Those of more than {@code after} entries and at most {@code upTo}, smallest first. */
  List<StoredCheckpoint> between(long after, long upTo, int limit) {
    return jdbc.sql(
            """
            select size, note, signed_at from ledger_checkpoints
            where size > :after and size <= :upTo order by size limit :limit
            """)
        .param("after", after)
        .param("upTo", upTo)
        .param("limit", limit)
        .query(STORED)
        .list();
  }
}
