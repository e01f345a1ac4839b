package org.cordon.evidence.documents;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.cordon.evidence.objects.EvidenceStore;
import org.cordon.evidence.objects.ObjectName;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The {@code arrivals} table: uploads that have begun and are not yet versions. Whoever deletes the
 * row decides what becomes of the upload: its own transaction keeps it, {@link #discard} removes
 * the object and abandons the labels. Both never happen, and a registration that is still under way
 * when it is abandoned is refused.
 */
@Component
class Arrivals {
  private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
  private static final int AT_ONCE = 100;

  private final JdbcClient jdbc;
  private final EvidenceStore store;
  private final AccessClient access;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Arrivals(
      JdbcClient jdbc,
      EvidenceStore store,
      AccessClient access,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.store = store;
    this.access = access;
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

  /**
   * Removes the object and the labels of an upload that did not become a version; does nothing when
   * it did. What cannot be removed now, the sweep removes.
   *
   * @return whether it is settled
   */
  boolean discard(ObjectName name) {
    try {
      transactions.executeWithoutResult(_ -> {
        if (delete(name.version())) {
          access.abandon(name.version());
          store.remove(name);
        }
      });
      return true;
    } catch (Problem | DataAccessException | TransactionException notNow) {
      LOG.warn(
          "an upload that came to nothing is left to the sweep: {}",
          notNow.getClass().getSimpleName());
      return false;
    }
  }

  /** Discards what began before that time; returns how many are settled. */
  int sweep(Instant before) {
    List<ObjectName> left =
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
    return (int) left.stream().filter(this::discard).count();
  }

  private boolean delete(VersionId version) {
    return jdbc.sql("delete from arrivals where version_id = :version")
            .param("version", version.value())
            .update()
        == 1;
  }
}
