package org.cordon.platform.testing;

import org.cordon.stack.engines.PostgresEngine;
import org.cordon.stack.engines.TestEngines;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A fresh database of the real engine, for tests that need no whole service.
 *
 * @param owner a client in the role that owns the tables
 */
public record TestDatabase(
    JdbcClient owner, DataSourceTransactionManager manager, TransactionTemplate transactions) {

  /** A database of its own, empty. */
  public static TestDatabase fresh(String name) {
    PostgresEngine.Database database = TestEngines.postgres().database(name);
    DriverManagerDataSource source =
        new DriverManagerDataSource(database.url(), database.ownerUser(), database.ownerPassword());
    DataSourceTransactionManager manager = new DataSourceTransactionManager(source);
    return new TestDatabase(JdbcClient.create(source), manager, new TransactionTemplate(manager));
  }
}
