package org.cordon.access.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.cordon.access.ledger.LedgerDatabase;
import org.cordon.platform.ids.CaseId;
import org.cordon.stack.engines.PostgresEngine;
import org.cordon.stack.engines.TestEngines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A superuser of the database changes a ledger that has been signed, and a checkpoint is kept
 * elsewhere. With {@code -Dcordon.all=true}: 100,000 entries, 50 random places of each kind of
 * tampering in turn.
 */
class TamperTest {
  private static final boolean WHOLE = Boolean.getBoolean("cordon.all");
  private static final int ENTRIES = WHOLE ? 100_000 : 1_200;
  private static final int PLACES = WHOLE ? 50 : 14;
  private static final int ROUNDS = WHOLE ? 20 : 4;
  private static final List<Tampering> KINDS = List.of(Tampering.values());
  private static final Pattern NAMED =
      Pattern.compile("at (?:one of the positions (\\d+) to (\\d+)|position (\\d+))\\.");
  @TempDir private Path folder;

  @Test
  void whateverASuperuserDoesIsCaughtAndTheFirstBadEntryNamed() throws Exception {
    long seed = Long.getLong("cordon.seed", System.nanoTime());
    Random random = new Random(seed);
    PostgresEngine.Database database = TestEngines.postgres().database("tampered");
    try (LedgerDatabase ledger = LedgerDatabase.in(database);
        Connection superuser = TestEngines.postgres().superuser(database)) {
      SignedLedger signed = SignedLedger.on(ledger);
      signed.grow(CaseId.create(), ENTRIES, ROUNDS);
      Path kept = Files.writeString(folder.resolve("kept"), signed.newest().note());
      withoutTriggers(superuser);
      for (int place = 0; place < PLACES; place++) {
        Tampering tampering = KINDS.get(place % KINDS.size());
        String tried = "%s, place %d, seed %d".formatted(tampering, place, seed);
        SingleConnectionDataSource seen = new SingleConnectionDataSource(superuser, true);
        Tampering.Named expected =
            tampering.at(
                new Tampering.Superuser(
                    JdbcClient.create(seen), ledger.through(seen), ENTRIES, random),
                1 + random.nextLong(ENTRIES));
        assertNamed(tried, expected, verified(signed, seen, kept));
        superuser.rollback();
      }
      assertThat(verified(signed, new SingleConnectionDataSource(superuser, true), kept).code())
          .as("put back as it was")
          .isZero();
    }
  }

  private static void withoutTriggers(Connection superuser) throws Exception {
    try (Statement statement = superuser.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute("alter table ledger_entries drop constraint ledger_entries_fit");
    }
    superuser.setAutoCommit(false);
  }

  private Verification verified(SignedLedger signed, SingleConnectionDataSource seen, Path kept)
      throws Exception {
    Path file = folder.resolve("ledger");
    signed.export(seen, signed.newest(), file);
    return Verification.of(file, "--key", signed.key().verifierKey().text(), "--checkpoint", kept);
  }

  private static void assertNamed(String tried, Tampering.Named expected, Verification found) {
    assertThat(found.code()).as("%s: %s", tried, found.said()).isEqualTo(1);
    expected.id().ifPresent(id -> assertThat(found.said()).as(tried).contains(id.toString()));
    MatchResult named =
        NAMED.matcher(found.said()).results().findFirst().orElseThrow(AssertionError::new);
    if (named.group(3) == null) {
      // Entry and hashes were rewritten alike: only between two checkpoints can be told.
      assertThat(Long.parseLong(named.group(2)) - Long.parseLong(named.group(1)))
          .as("%s: %s", tried, found.said())
          .isLessThan(ENTRIES / ROUNDS);
    } else {
      assertThat(Long.parseLong(named.group(3)))
          .as("%s: %s", tried, found.said())
          .isBetween(expected.from(), expected.to());
    }
  }
}
