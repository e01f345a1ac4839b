package org.cordon.access.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.cordon.access.ledger.LedgerDatabase;
import org.cordon.access.ledger.StoredDigest;
import org.cordon.merkle.Checkpoint;
import org.cordon.merkle.CompactRange;
import org.cordon.merkle.Hash;
import org.cordon.merkle.NodeId;
import org.cordon.merkle.SignedCheckpoint;
import org.cordon.merkle.SigningKey;
import org.cordon.merkle.TreeHash;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.problems.IntegrityFailure;
import org.cordon.stack.engines.PostgresEngine;
import org.cordon.stack.engines.TestEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A ledger that was signed when each node of its tree had a row, and is brought up to date. */
class EarlierLedgerTest {
  private static final int[] ROUNDS = {1, 254, 2, 400};
  private static final int SIZE = 657;

  private final PostgresEngine.Database database = TestEngines.postgres().database("earlier");
  private final LedgerDatabase ledger = LedgerDatabase.as("3", database);
  private final SigningKey key =
      SigningKey.parse(SigningKey.create("cordon.example/ledger", new SecureRandom()));
  private final SignedLedger signed =
      new SignedLedger(ledger, key, SignedLedger.instance(ledger, key));
  @TempDir private Path folder;

  @BeforeEach
  void signAsBefore() {
    CompactRange tree = CompactRange.empty();
    for (int round : ROUNDS) {
      ledger.append(LedgerDatabase.decisions(CaseId.create(), round));
      List<StoredDigest> placed = ledger.transactions().execute(_ -> ledger.ledger().place(round));
      assertThat(placed).hasSize(round);
      for (StoredDigest entry : placed) {
        byte[] digest = HexFormat.of().parseHex(entry.digest().orElseThrow());
        tree.append(TreeHash.leaf(digest), this::addNode);
      }
      signed
          .checkpoints()
          .add(
              key.sign(new Checkpoint(key.verifierKey().name(), tree.size(), tree.root())),
              Instant.now());
    }
  }

  private void addNode(NodeId id, Hash hash) {
    ledger
        .jdbc()
        .sql("insert into ledger_nodes (level, index, hash) values (:level, :index, :hash)")
        .param("level", id.level())
        .param("index", id.index())
        .param("hash", hash.bytes())
        .update();
  }

  @AfterEach
  void stop() {
    ledger.close();
  }

  @Test
  void itGoesOnAndProvesWhatWasSignedBefore() throws Exception {
    ledger.append(LedgerDatabase.decisions(CaseId.create(), 20));
    ledger.migrate();

    signed.grow(CaseId.create(), 100, 2);

    StoredCheckpoint newest = signed.newest();
    assertThat(newest.size()).isEqualTo(SIZE + 120);
    Checkpoints checkpoints =
        new Checkpoints(signed.checkpoints(), new TileStore(ledger.jdbc()), key);
    SignedCheckpoint now = SignedCheckpoint.open(newest.note(), key.verifierKey());
    for (StoredCheckpoint before : checkpoints.after(0, 100)) {
      SignedCheckpoint then = SignedCheckpoint.open(before.note(), key.verifierKey());
      checkpoints.consistency(then.size(), now.size()).verify(then.root(), now.root());
    }
    for (long position = 1; position <= newest.size(); position++) {
      Checkpoints.Inclusion inclusion = checkpoints.inclusion(position, newest.size());
      inclusion.proof().verify(inclusion.leaf(), now.root());
    }
    try (Connection superuser = TestEngines.postgres().superuser(database)) {
      Path file = folder.resolve("ledger");
      signed.export(new SingleConnectionDataSource(superuser, true), newest, file);
      Verification found = Verification.of(file, "--key", key.verifierKey().text());
      assertThat(found.code()).as(found.said()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger_nodes set hash = sha256(hash) where level = 0 and index = 600",
        "delete from ledger_nodes where level = 0 and index = 600",
        "delete from ledger_nodes where level = 8 and index = 1",
        "delete from ledger_nodes"
      })
  void whatWasChangedInItStaysChangedAndIsNotSigned(String change) throws Exception {
    try (Connection superuser = TestEngines.postgres().superuser(database);
        Statement statement = superuser.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute(change);
    }
    ledger.migrate();
    ledger.append(LedgerDatabase.decisions(CaseId.create(), 1));
    assertThatThrownBy(signed.integration()::round).isInstanceOf(IntegrityFailure.class);
    assertThat(signed.newest().size()).isEqualTo(SIZE);
  }
}
