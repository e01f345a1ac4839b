package org.cordon.stack.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.cordon.stack.processes.OwnedProcess;
import org.cordon.stack.processes.Ports;
import org.jspecify.annotations.Nullable;

/**
 * The real engines for tests: each is started at most once in a JVM, on a free port, when a test
 * first asks for it, and ends with the JVM. Their data lies in the module's {@code target} and is
 * thrown away.
 */
public final class TestEngines {
  private static final Once<Postgres> POSTGRES =
      new Once<>(() -> startPostgres("postgresql", PostgresEngine.Durability.NONE));
  private static final Once<Postgres> DURABLE_POSTGRES =
      new Once<>(() -> startPostgres("postgresql-durable", PostgresEngine.Durability.FULL));
  private static final Once<ObjectStoreEngine> OBJECT_STORE =
      new Once<>(TestEngines::startObjectStore);
  private static final Once<ElasticsearchEngine> ELASTICSEARCH =
      new Once<>(TestEngines::startElasticsearch);

  private TestEngines() {}

  public static Postgres postgres() {
    return POSTGRES.value();
  }

  /** One whose commits survive a power cut, for measuring what that costs. */
  public static Postgres durablePostgres() {
    return DURABLE_POSTGRES.value();
  }

  public static ObjectStoreEngine objectStore() {
    return OBJECT_STORE.value();
  }

  public static ElasticsearchEngine elasticsearch() {
    return ELASTICSEARCH.value();
  }

  /** PostgreSQL for tests. */
  public static final class Postgres {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private final PostgresEngine engine;

    private Postgres(PostgresEngine engine) {
      this.engine = engine;
    }

    /** A fresh, empty database on every call, with roles of its own. */
    public PostgresEngine.Database database(String name) {
      var database =
          engine.database(
              name + "_" + COUNT.incrementAndGet(), Secrets.password(), Secrets.password());
      engine.ensure(database);
      return database;
    }

    /** A connection of the superuser, whom no trigger and no grant keeps from anything. */
    public Connection superuser(PostgresEngine.Database database) throws SQLException {
      return engine.connect(database.url().substring(database.url().lastIndexOf('/') + 1));
    }
  }

  private static Postgres startPostgres(String name, PostgresEngine.Durability durability) {
    var engine =
        new PostgresEngine(
            EngineFolder.ofThisCheckout(), place(name), Secrets.password(), durability);
    start(engine);
    return new Postgres(engine);
  }

  private static ObjectStoreEngine startObjectStore() {
    var engine =
        new ObjectStoreEngine(
            EngineFolder.ofThisCheckout(),
            place("object-store"),
            Secrets.password(),
            Secrets.password());
    start(engine);
    return engine;
  }

  private static ElasticsearchEngine startElasticsearch() {
    var engine =
        new ElasticsearchEngine(
            EngineFolder.ofThisCheckout(), place("elasticsearch"), Secrets.password(), "*");
    start(engine);
    return engine;
  }

  private static void start(Engine engine) {
    try {
      OwnedProcess process = TestRun.CURRENT.remember(engine.prepare().start());
      process.awaitHealthy(engine.health(), engine.startLimit());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot prepare " + engine.name(), e);
    }
  }

  private static Place place(String engine) {
    var folder = TestRun.CURRENT.folder();
    return new Place(folder.resolve(engine), folder.resolve(engine + ".log"), Ports.free());
  }

  /** Computes its value once, also when the first attempt failed. */
  private static final class Once<T> {
    private final Supplier<T> start;
    private @Nullable T value;
    private @Nullable RuntimeException failure;

    Once(Supplier<T> start) {
      this.start = start;
    }

    synchronized T value() {
      if (failure != null) {
        throw new IllegalStateException("It did not start the first time", failure);
      }
      var known = value;
      if (known == null) {
        try {
          known = start.get();
        } catch (RuntimeException e) {
          failure = e;
          throw e;
        }
        value = known;
      }
      return known;
    }
  }
}
