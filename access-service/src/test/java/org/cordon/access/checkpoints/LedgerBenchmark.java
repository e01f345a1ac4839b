package org.cordon.access.checkpoints;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cordon.access.ledger.LedgerDatabase;
import org.cordon.access.ledger.LedgerEvent;
import org.cordon.platform.ids.CaseId;
import org.cordon.stack.engines.PostgresEngine;
import org.cordon.stack.engines.TestEngines;
import org.junit.jupiter.api.Test;

/**
 * Durable appends to the ledger as decisions make them, each in a transaction of its own and with
 * the sequencer at work, against plain inserts of the same rows into a table with a primary key and
 * nothing else, on the same PostgreSQL, from as many connections, in turns. Run by {@code ./cordon
 * bench ledger}.
 */
class LedgerBenchmark {
  private static final int CALLERS = 16;
  private static final int TURNS = Integer.getInteger("cordon.bench.turns", 6);
  private static final Duration TURN = Duration.ofSeconds(4);
  private static final String PLAIN =
      """
      create table plain_entries (
        id uuid primary key, recorded_at timestamptz not null, kind text not null, person uuid,
        case_id uuid, item uuid, version uuid, about uuid, action text not null, permitted boolean,
        policies text[] not null, policy_set text, confirms uuid, detail text, salt bytea not null,
        digest bytea not null)
      """;

  @Test
  void appendsAgainstPlainInserts() throws Exception {
    PostgresEngine.Database database = TestEngines.durablePostgres().database("bench");
    try (LedgerDatabase ledger = LedgerDatabase.in(database);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      SignedLedger signed = SignedLedger.on(ledger);
      prepare(database);
      try (Integrator _ = new Integrator(signed.integration())) {
        List<Plain> plain = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
          plain.add(new Plain(connect(database)));
        }
        CaseId caseId = CaseId.create();
        // The first turn of each warms up what is compiled and cached.
        appends(callers, ledger, caseId);
        settle(ledger, signed);
        inserts(callers, plain);
        double ours = 0;
        double baseline = 0;
        for (int turn = 0; turn < TURNS; turn++) {
          ours += appends(callers, ledger, caseId) / TURNS;
          settle(ledger, signed);
          baseline += inserts(callers, plain) / TURNS;
        }
        System.out.printf(
            Locale.ROOT,
            "%d callers, %d turns of %d s each; all %d entries placed and signed%n",
            CALLERS,
            TURNS,
            TURN.toSeconds(),
            signed.newest().size());
        System.out.printf(
            Locale.ROOT,
            "ledger ratio=%.2f ours=%.0f baseline=%.0f unit=entries/s%n",
            ours / baseline,
            ours,
            baseline);
        for (Plain connection : plain) {
          connection.close();
        }
      }
    }
  }

  private static void prepare(PostgresEngine.Database database) throws SQLException {
    try (Connection owner =
        DriverManager.getConnection(
            database.url(), database.ownerUser(), database.ownerPassword())) {
      owner.createStatement().execute(PLAIN);
      owner
          .createStatement()
          .execute("grant insert on plain_entries to \"" + database.appUser() + "\"");
    }
  }

  private static Connection connect(PostgresEngine.Database database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.appUser(), database.appPassword());
  }

  private static double appends(ExecutorService callers, LedgerDatabase ledger, CaseId caseId)
      throws Exception {
    List<Callable<Long>> work = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      List<LedgerEvent.Decided> events = LedgerDatabase.decisions(caseId, 100);
      work.add(() -> {
        long done = 0;
        long end = System.nanoTime() + TURN.toNanos();
        while (System.nanoTime() < end) {
          ledger.record(List.of(events.get((int) (done % events.size()))));
          done++;
        }
        return done;
      });
    }
    return perSecond(callers, work);
  }

  private static double inserts(ExecutorService callers, List<Plain> plain) throws Exception {
    List<Callable<Long>> work = new ArrayList<>();
    for (Plain connection : plain) {
      work.add(() -> {
        long done = 0;
        long end = System.nanoTime() + TURN.toNanos();
        while (System.nanoTime() < end) {
          connection.insert(done);
          done++;
        }
        return done;
      });
    }
    return perSecond(callers, work);
  }

  private static double perSecond(ExecutorService callers, List<Callable<Long>> work)
      throws Exception {
    long start = System.nanoTime();
    long done = 0;
    for (Future<Long> one : callers.invokeAll(work)) {
      done += one.get();
    }
    return done * 1e9 / (System.nanoTime() - start);
  }

  /** Lets the sequencer catch up, so that it takes nothing from the other side's turn. */
  private static void settle(LedgerDatabase ledger, SignedLedger signed) {
    long entries =
        ledger.jdbc().sql("select count(*) from ledger_entries").query(Long.class).single();
    signed.awaitSigned(entries);
  }

  /** A connection of its own and one statement, prepared once. */
  private static final class Plain implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement statement;
    private final List<Object[]> rows;

    Plain(Connection connection) throws SQLException {
      this.connection = connection;
      this.rows = rows();
      this.statement =
          connection.prepareStatement(
              """
              insert into plain_entries (id, recorded_at, kind, person, case_id, item, version, about,
                action, permitted, policies, policy_set, confirms, detail, salt, digest)
              values (gen_random_uuid(), now(), 'DECISION', ?, ?, ?, ?, null, ?, ?, ?, ?, null, null,
                ?, ?)
              """);
    }

    private static List<Object[]> rows() {
      List<Object[]> rows = new ArrayList<>();
      for (LedgerEvent.Decided event : LedgerDatabase.decisions(CaseId.create(), 100)) {
        rows.add(
            new Object[] {
              event.person().value(),
              Objects.requireNonNull(event.place().caseId()).value(),
              Objects.requireNonNull(event.place().item()).value(),
              Objects.requireNonNull(event.place().version()).value(),
              event.action(),
              event.permitted(),
              event.policies().toArray(String[]::new),
              event.policySet(),
              new byte[16],
              new byte[32]
            });
      }
      return rows;
    }

    void insert(long number) throws SQLException {
      Object[] row = rows.get((int) (number % rows.size()));
      for (int i = 0; i < row.length; i++) {
        statement.setObject(i + 1, row[i]);
      }
      statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
