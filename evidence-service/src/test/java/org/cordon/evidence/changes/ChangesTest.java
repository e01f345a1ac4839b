package org.cordon.evidence.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cordon.evidence.EvidenceTest;
import org.cordon.platform.ids.Uuids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ChangesTest extends EvidenceTest {

  @BeforeEach
  void permit() {
    ACCESS.permit(reviewer, caseId);
  }

  @Test
  void aDocumentIsToldOfOnceItIsThereAndAgainWhenItIsRead() {
    long before = newest();
    JsonNode receipt = add("a.txt", utf8("text"));
    awaitRead(receipt);

    await(Duration.ofSeconds(10), () -> changesOf(receipt, before).size() == 3);
    assertThat(changesOf(receipt, before)).containsExactly("REGISTERED", "STATE", "STATE");
  }

  @Test
  void aTransactionHeldOpenAcrossAReadIsNotSkipped() throws Exception {
    JsonNode early = add("early.txt", utf8("text"));
    awaitRead(early);
    try (Connection held = connection()) {
      held.setAutoCommit(false);
      UUID change = Uuids.timeOrdered();
      insertChange(held, change, early);
      long before = newest();
      JsonNode later = add("later.txt", utf8("text"));
      awaitRead(later);
      await(Duration.ofSeconds(10), () -> changesOf(later, before).size() == 3);
      long seen = newest();

      held.commit();

      await(Duration.ofSeconds(10), () -> changesOf(early, seen).size() == 1);
    }
  }

  @Test
  void positionsRiseWithoutGaps() {
    awaitRead(add("a.txt", utf8("text")));
    List<Long> positions = new ArrayList<>();
    long after = 0;
    while (true) {
      JsonNode batch = json("/internal/changes?limit=7&after=" + after, serviceToken());
      batch.get("changes").forEach(each -> positions.add(each.get("position").asLong()));
      if (batch.get("position").asLong() == after) {
        break;
      }
      after = batch.get("position").asLong();
    }

    assertThat(positions).isNotEmpty().isSorted().doesNotHaveDuplicates();
    assertThat(positions.getLast() - positions.getFirst()).isEqualTo(positions.size() - 1);
  }

  @Test
  void aReaderWaitsForTheNextChange() {
    awaitRead(add("a.txt", utf8("text")));
    long before = newest();

    long start = System.nanoTime();
    JsonNode none = json("/internal/changes?wait=1&after=" + before, serviceToken());

    assertThat(none.get("changes")).isEmpty();
    assertThat(none.get("position").asLong()).isEqualTo(before);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
  }

  @ParameterizedTest
  @ValueSource(strings = {"?after=-1", "?limit=0", "?limit=1001", "?wait=31", "?after=x"})
  void whatCannotBeAskedIsRefused(String query) {
    assertThat(get("/internal/changes" + query, serviceToken()).statusCode()).isEqualTo(400);
  }

  @Test
  void aPersonCannotReadTheFeed() {
    assertThat(get("/internal/changes", token(reviewer)).statusCode()).isEqualTo(404);
  }

  private List<String> changesOf(JsonNode receipt, long after) {
    List<String> changes = new ArrayList<>();
    for (JsonNode each :
        json("/internal/changes?limit=1000&after=" + after, serviceToken()).get("changes")) {
      if (each.get("version").equals(receipt.get("version"))) {
        changes.add(each.get("change").asString());
      }
    }
    return changes;
  }

  private long newest() {
    long after = 0;
    while (true) {
      long next =
          json("/internal/changes?limit=1000&after=" + after, serviceToken())
              .get("position")
              .asLong();
      if (next == after) {
        return after;
      }
      after = next;
    }
  }

  private static Connection connection() throws SQLException {
    return DriverManager.getConnection(DATABASE.url(), DATABASE.appUser(), DATABASE.appPassword());
  }

  private static void insertChange(Connection connection, UUID change, JsonNode receipt)
      throws SQLException {
    try (PreparedStatement event =
            connection.prepareStatement(
                "insert into changes (id, version_id, change) values (?, ?, 'STATE')");
        PreparedStatement pending =
            connection.prepareStatement("insert into changes_pending (id) values (?)")) {
      event.setObject(1, change);
      event.setObject(2, UUID.fromString(receipt.get("version").asString()));
      event.executeUpdate();
      pending.setObject(1, change);
      pending.executeUpdate();
    }
  }
}
