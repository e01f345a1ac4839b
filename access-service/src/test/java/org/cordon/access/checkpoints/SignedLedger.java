package org.cordon.access.checkpoints;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.cordon.access.ledger.LedgerDatabase;
import org.cordon.merkle.SigningKey;
import org.cordon.platform.ids.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger on a database of its own that is signed when a test says so. */
record SignedLedger(LedgerDatabase database, SigningKey key, Integration integration) {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int BATCH = 500;

  static SignedLedger on(LedgerDatabase database) {
    SigningKey key =
        SigningKey.parse(SigningKey.create("cordon.example/ledger", new SecureRandom()));
    return new SignedLedger(database, key, instance(database, key));
  }

  /** One more instance of the sequencer. */
  static Integration instance(LedgerDatabase database, SigningKey key) {
    return new Integration(
        database.jdbc(),
        database.transactions(),
        database.ledger(),
        new TileStore(database.jdbc()),
        new CheckpointStore(database.jdbc()),
        key,
        Clock.systemUTC());
  }

  Integration anotherInstance() {
    return instance(database, key);
  }

  CheckpointStore checkpoints() {
    return new CheckpointStore(database.jdbc());
  }

  /** Appends invented decisions in batches and signs after each of {@code rounds} stretches. */
  void grow(CaseId caseId, int entries, int rounds) {
    for (int round = 1; round <= rounds; round++) {
      int stretch = entries / rounds;
      for (int done = 0; done < stretch; done += BATCH) {
        database.append(LedgerDatabase.decisions(caseId, Math.min(BATCH, stretch - done)));
      }
      while (integration.round() > 0) {
        // Until everything is under a signature.
      }
    }
  }

  /** For a ledger with an {@link Integrator} at work. */
  void awaitSigned(long size) {
    await(
        () -> checkpoints().findNewest().filter(newest -> newest.size() >= size).isPresent(),
        "signed up to " + size);
  }

  private static void await(BooleanSupplier condition, String what) {
    Instant limit = Instant.now().plus(LIMIT);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(limit)) {
        throw new IllegalStateException("not in time: " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  StoredCheckpoint newest() {
    return checkpoints().findNewest().orElseThrow();
  }

  /** The whole ledger as those connections see it. */
  void export(DataSource source, StoredCheckpoint upTo, Path file) throws IOException {
    JdbcClient jdbc = JdbcClient.create(source);
    LedgerExport export =
        new LedgerExport(
            database.through(source),
            new TileStore(jdbc),
            new CheckpointStore(jdbc),
            key.verifierKey());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      export.writeWhole(upTo, out);
    }
  }
}
