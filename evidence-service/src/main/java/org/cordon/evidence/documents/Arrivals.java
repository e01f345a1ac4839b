package org.cordon.evidence.documents;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.cordon.evidence.objects.EvidenceStore;
import org.cordon.evidence.objects.ObjectName;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The {@code arrivals} table: uploads that have begun and are not yet versions. Whoever deletes the
 * row decides what becomes of the object: the upload's own transaction keeps it, {@link #discard}
 * removes it. Both never happen.
 */
@Component
class Arrivals {
  private static final int AT_ONCE = 100;

  private final JdbcClient jdbc;
  private final EvidenceStore store;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Arrivals(
      JdbcClient jdbc, EvidenceStore store, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = jdbc;
    this.store = store;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Notes that an object of this name is about to be written; committed before this returns. */
  void begin(ObjectName name) {
    jdbc.sql("insert into arrivals (version_id, case_id, began_at) values (:version, :case, :at)")
        .param("version", name.version().value())
        .param("case", name.caseId().value())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * Part of the transaction that makes the version.
   *
   * @return false when the arrival was given up in the meantime and its object removed
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean end(VersionId version) {
    return delete(version);
  }

  /** Removes the object of an upload that did not become a version; does nothing when it did. */
  void discard(ObjectName name) {
    transactions.executeWithoutResult(_ -> {
      if (delete(name.version())) {
        store.remove(name);
      }
    });
  }

  /** Discards what began before that time; returns how many. */
  int sweep(Instant before) {
    List<ObjectName> abandoned =
        jdbc.sql(
                """
                select version_id, case_id from arrivals
                where began_at < :before order by began_at limit :limit
                """)
            .param("before", before.atOffset(ZoneOffset.UTC))
            .param("limit", AT_ONCE)
            .query((row, _) ->
                ObjectName.content(
                    new CaseId(row.getObject(2, UUID.class)),
                    new VersionId(row.getObject(1, UUID.class))))
            .list();
    abandoned.forEach(this::discard);
    return abandoned.size();
  }

  private boolean delete(VersionId version) {
    return jdbc.sql("delete from arrivals where version_id = :version")
            .param("version", version.value())
            .update()
        == 1;
  }
}
