package org.cordon.stack.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
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
  private static final Once<Postgres> POSTGRES = new Once<>(TestEngines::startPostgres);
  private static final Once<ObjectStoreEngine> OBJECT_STORE =
      new Once<>(TestEngines::startObjectStore);
  private static final Once<ElasticsearchEngine> ELASTICSEARCH =
      new Once<>(TestEngines::startElasticsearch);

  private TestEngines() {}

  public static Postgres postgres() {
    return POSTGRES.value();
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
  }

  private static Postgres startPostgres() {
    var engine =
        new PostgresEngine(
            EngineFolder.ofThisCheckout(),
            place("postgresql"),
            Secrets.password(),
            PostgresEngine.Durability.NONE);
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
