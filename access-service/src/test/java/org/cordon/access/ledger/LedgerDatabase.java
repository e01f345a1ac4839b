package org.cordon.access.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.stack.engines.PostgresEngine;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A ledger on a database of its own, without the service around it. */
public final class LedgerDatabase implements AutoCloseable {
  private static final int CONNECTIONS = 20;

  private final PostgresEngine.Database database;
  private final HikariDataSource source;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Ledger ledger;

  private LedgerDatabase(PostgresEngine.Database database, HikariDataSource source) {
    this.database = database;
    this.source = source;
    this.jdbc = JdbcClient.create(source);
    this.transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    this.ledger = ledgerOn(jdbc);
  }

  /** Makes the tables in an empty database. */
  public static LedgerDatabase in(PostgresEngine.Database database) {
    return as("latest", database);
  }

  /** The same as they were at a version of the schema, until {@link #migrate}. */
  public static LedgerDatabase as(String version, PostgresEngine.Database database) {
    migrate(version, database);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.url());
    config.setUsername(database.appUser());
    config.setPassword(database.appPassword());
    config.setMaximumPoolSize(CONNECTIONS);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    return new LedgerDatabase(database, new HikariDataSource(config));
  }

  private static void migrate(String version, PostgresEngine.Database database) {
    Flyway.configure()
        .dataSource(database.url(), database.ownerUser(), database.ownerPassword())
        .locations("classpath:db/migration")
        .placeholders(Map.of("app", database.appUser()))
        .target(version)
        .load()
        .migrate();
  }

  /** Brings the tables up to date. */
  public void migrate() {
    migrate("latest", database);
  }

  private static Ledger ledgerOn(JdbcClient jdbc) {
    return new Ledger(new LedgerStore(jdbc), new PlacedStore(jdbc), Clock.systemUTC());
  }

  /** The same ledger read through other connections. */
  public Ledger through(DataSource other) {
    return ledgerOn(JdbcClient.create(other));
  }

  public JdbcClient jdbc() {
    return jdbc;
  }

  public TransactionTemplate transactions() {
    return transactions;
  }

  public Ledger ledger() {
    return ledger;
  }

  /** Appends in a transaction of its own. */
  public List<LedgerEntryId> append(List<? extends LedgerEvent> events) {
    List<LedgerEntryId> appended = transactions.execute(_ -> ledger.append(events));
    return appended == null ? List.of() : appended;
  }

  /** Records as a decision does: with one statement that commits by itself. */
  public List<LedgerEntryId> record(List<LedgerEvent.Decided> decisions) {
    return ledger.record(decisions);
  }

  /** Invented decisions about versions of one case. */
  public static List<LedgerEvent.Decided> decisions(CaseId caseId, int count) {
    return new ArrayList<>(
        IntStream.range(0, count)
            .mapToObj(i ->
                new LedgerEvent.Decided(
                    PersonId.create(),
                    i % 3 == 0 ? "find" : "read",
                    new LedgerEvent.Place(caseId, ItemId.create(), VersionId.create(), null),
                    i % 5 != 0,
                    List.of("documents-read"),
                    "5e".repeat(32)))
            .toList());
  }

  @Override
  public void close() {
    source.close();
  }
}
