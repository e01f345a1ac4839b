package org.cordon.access.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.cordon.access.ledger.LedgerDatabase;
import org.cordon.merkle.ConsistencyProof;
import org.cordon.merkle.SignedCheckpoint;
import org.cordon.merkle.SigningKey;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.problems.IntegrityFailure;
import org.cordon.stack.engines.PostgresEngine;
import org.cordon.stack.engines.TestEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

class IntegrationTest {
  private final PostgresEngine.Database database = TestEngines.postgres().database("integration");
  private final LedgerDatabase ledger = LedgerDatabase.in(database);
  private final SignedLedger signed = SignedLedger.on(ledger);

  @AfterEach
  void stop() {
    ledger.close();
  }

  @Test
  void anEmptyLedgerIsSignedOnce() {
    signed.integration().round();
    signed.integration().round();
    assertThat(signed.checkpoints().between(-1, 10, 10))
        .extracting(StoredCheckpoint::size)
        .containsExactly(0L);
  }

  @Test
  void everyCheckpointIsTheBeginningOfTheNext() throws Exception {
    signed.grow(CaseId.create(), 700, 7);
    Checkpoints checkpoints =
        new Checkpoints(signed.checkpoints(), new TileStore(ledger.jdbc()), signed.key());
    List<StoredCheckpoint> all = checkpoints.after(-1, 100);
    assertThat(all.getLast().size()).isEqualTo(700);
    for (int i = 1; i < all.size(); i++) {
      SignedCheckpoint before = SignedCheckpoint.open(all.get(i - 1).note(), checkpoints.key());
      SignedCheckpoint after = SignedCheckpoint.open(all.get(i).note(), checkpoints.key());
      ConsistencyProof proof = checkpoints.consistency(before.size(), after.size());
      proof.verify(before.root(), after.root());
    }
  }

  @Test
  void anotherInstanceGoesOnWhereTheFirstStopped() {
    signed.grow(CaseId.create(), 100, 1);
    ledger.append(LedgerDatabase.decisions(CaseId.create(), 50));
    Integration other = signed.anotherInstance();
    other.round();
    signed.integration().round();
    assertThat(signed.newest().size()).isEqualTo(150);
  }

  @Test
  void aTreeThatWasChangedIsNotSignedAnyMore() throws Exception {
    signed.grow(CaseId.create(), 128, 1);
    asSuperuser("update ledger_tiles set hashes = overlay(hashes placing sha256(hashes) from 33)");
    ledger.append(LedgerDatabase.decisions(CaseId.create(), 1));
    for (Integration instance : List.of(signed.integration(), signed.anotherInstance())) {
      assertThatThrownBy(instance::round).isInstanceOf(IntegrityFailure.class);
    }
    assertThat(signed.newest().size()).isEqualTo(128);
  }

  @Test
  void aLedgerSignedByAnotherKeyIsNotContinued() {
    signed.grow(CaseId.create(), 10, 1);
    SigningKey other =
        SigningKey.parse(SigningKey.create("cordon.example/ledger", new SecureRandom()));
    assertThatThrownBy(SignedLedger.instance(ledger, other)::round)
        .isInstanceOf(IntegrityFailure.class)
        .hasMessageContaining("not signed with this key");
  }

  @Test
  void whatWasTakenBackIsNotSignedInAnotherWay() throws Exception {
    signed.grow(CaseId.create(), 40, 2);
    asSuperuser(
        "delete from ledger_checkpoints where size = 40",
        "delete from ledger_tiles where index >= 20",
        "delete from ledger_positions where position > 20");
    ledger.append(LedgerDatabase.decisions(CaseId.create(), 30));
    assertThatThrownBy(signed.integration()::round)
        .isInstanceOf(IntegrityFailure.class)
        .hasMessageContaining("does not begin with the 40 that were signed before");
  }

  @Test
  void anEntryThatIsGoneBeforeItIsSignedStopsTheSignature() throws Exception {
    signed.grow(CaseId.create(), 10, 1);
    ledger.append(LedgerDatabase.decisions(CaseId.create(), 3));
    asSuperuser(
        "delete from ledger_entries where id = (select id from ledger_pending order by id limit 1)");
    assertThatThrownBy(signed.integration()::round)
        .isInstanceOf(IntegrityFailure.class)
        .hasMessageContaining("position 11 is gone");
  }

  @Test
  void anEntryGetsOnePlaceHoweverOftenItIsSaidToWait() {
    List<LedgerEntryId> entries = ledger.append(LedgerDatabase.decisions(CaseId.create(), 2));
    String again = "insert into ledger_pending (id) values (:id)";
    ledger.jdbc().sql(again).param("id", entries.getFirst().value()).update();
    assertThatThrownBy(signed.integration()::round)
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThat(signed.checkpoints().findNewest()).isEmpty();
    assertThat(ledger.jdbc().sql("select count(*) from ledger_pending").query(Long.class).single())
        .isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger_tiles set hashes = sha256(hashes)",
        "delete from ledger_tiles",
        "truncate ledger_tiles",
        "update ledger_checkpoints set signed_at = now()",
        "delete from ledger_checkpoints",
        "truncate ledger_checkpoints",
        "update ledger_positions set position = position + 100",
      })
  void neitherTheServiceNorTheOwnerChangesTheTreeOrWhatWasSigned(String statement) {
    signed.grow(CaseId.create(), 10, 1);
    assertThatThrownBy(() -> execute(database.appUser(), database.appPassword(), statement))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> execute(database.ownerUser(), database.ownerPassword(), statement))
        .hasMessageContaining("never changed");
  }

  private void execute(String user, String password, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.url(), user, password);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void asSuperuser(String... statements) throws Exception {
    try (Connection superuser = TestEngines.postgres().superuser(database);
        Statement statement = superuser.createStatement()) {
      statement.execute("set session_replication_role = replica");
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
