package org.cordon.access.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.cordon.access.ServiceTest;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.security.OrganisationRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import tools.jackson.databind.JsonNode;

class LedgerTest extends ServiceTest {
  @Autowired private Ledger ledger;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update %s set recorded_at = now()",
        "delete from %s",
        "truncate %s cascade",
      })
  void neitherTheServiceNorTheOwnerChangesWhatIsRecorded(String statement) throws SQLException {
    openCase();
    for (String table :
        List.of("ledger_entries", "recognitions", "cases", "version_labels", "case_roles")) {
      String sql = statement.formatted(table);
      assertThatThrownBy(() -> execute(appConnection(), sql))
          .as("as the service: %s", sql)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> execute(asOwner(), sql))
          .as("as the owner: %s", sql)
          .isInstanceOf(SQLException.class)
          .hasMessageMatching("(?s).*(never changed|ended once).*");
    }
  }

  @Test
  void aRoleCanBeEndedOnceAndNothingElseOfItChanges() {
    OpenedCase one = openCase();
    String end =
        "update case_roles set valid_to = now(), ended_by = person, end_recorded_at = now()"
            + " where case_id = '%s'".formatted(one.id());
    assertThatThrownBy(() -> execute(asOwner(), "update case_roles set role = 'AUDITOR'"))
        .hasMessageContaining("ended once");
    assertThatThrownBy(() -> execute(appConnection(), "update case_roles set role = 'AUDITOR'"))
        .hasMessageContaining("permission denied");
    assertThat(executes(end)).isTrue();
    assertThatThrownBy(() -> execute(appConnection(), end)).hasMessageContaining("ended once");
  }

  @Test
  void anEntryHoldsIdsAndADigestThatAnybodyWhoReadsItCanCheck() throws NoSuchAlgorithmException {
    OpenedCase one = openCase();
    Someone officer = add(one, "Dora Finch", CaseRole.APPROVING_OFFICER);
    VersionLabels document = register(document(one));
    permits(officer.id(), "read", document);
    JsonNode entries = awaitEntry(officer, one, document.version());
    for (JsonNode entry : entries) {
      byte[] salted =
          HexFormat.of()
              .parseHex(
                  entry.path("salt").asString()
                      + HexFormat.of()
                          .formatHex(
                              entry.path("canonical").asString().getBytes(StandardCharsets.UTF_8)));
      assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(salted)))
          .isEqualTo(entry.path("digest").asString());
      assertThat(entry.toString()).doesNotContain("Dora").doesNotContain("Child Q");
    }
    assertThat(entries.size()).isGreaterThanOrEqualTo(4);
  }

  @Test
  void positionsHaveNoGapsAndNoEntryIsLeftOut() {
    openCase();
    await(() ->
        jdbc.sql(
                """
                select (select count(*) from ledger_entries)
                     = (select coalesce(max(position), 0) from ledger_positions)
                """)
            .query(Boolean.class)
            .single());
  }

  @Test
  void aDeliveryIsConfirmedOnceAsAnEntryOfItsOwn_rule29() {
    OpenedCase one = openCase();
    Someone reviewer = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    VersionLabels document = register(document(one));
    String entry = entry(evaluate(reviewer.id(), "read", "version", document.version()));
    assertThat(delivered(reviewer, one)).isFalse();
    Map<String, String> delivery = Map.of("entry", entry);
    assertThat(post(service(), "/internal/deliveries", delivery).status()).isEqualTo(204);
    assertThat(post(service(), "/internal/deliveries", delivery).status()).isEqualTo(204);
    assertThat(delivered(reviewer, one)).isTrue();
    assertThat(
            jdbc.sql("select count(*) from ledger_entries where confirms = :id")
                .param("id", UUID.fromString(entry))
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void whatWasRefusedOrNeverHappenedIsNotDelivered() {
    OpenedCase one = openCase();
    String refused =
        entry(evaluate(PersonId.create(), "read", "version", register(document(one)).version()));
    for (Object body :
        List.of(Map.of("entry", refused), Map.of("entry", LedgerEntryId.create().toString()))) {
      assertThat(post(service(), "/internal/deliveries", body).status()).isEqualTo(404);
    }
    for (Object body : List.of(Map.of(), Map.of("entry", "x"), "{\"entry\":null}", "")) {
      assertThat(post(service(), "/internal/deliveries", body).status()).isEqualTo(400);
    }
  }

  @Test
  void theWholeLedgerIsTheAuditorsAndACasesTheApprovingOfficers() {
    OpenedCase one = openCase();
    OpenedCase other = openCase();
    Someone officer = add(one, "Dora Finch", CaseRole.APPROVING_OFFICER);
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone auditor = someone("Abel Moss", OrganisationRole.AUDITOR);
    String all = "/api/access/ledger/entries?start=1&end=1001";
    assertThat(get(auditor.token(), all).status()).isEqualTo(200);
    await(() -> get(officer.token(), newest(auditor)).body().contains(one.id().toString()));
    Reply ofTheOfficer = get(officer.token(), newest(auditor));
    assertThat(ofTheOfficer.status()).isEqualTo(200);
    assertThat(ofTheOfficer.body())
        .contains(one.id().toString())
        .doesNotContain(other.id().toString());
    assertThat(get(lead.token(), all).status()).isEqualTo(404);
    assertThat(get(officer.token(), all + "&case=" + one.id()).status()).isEqualTo(200);
    assertThat(get(officer.token(), all + "&case=" + other.id()).status()).isEqualTo(404);
    assertThat(get(lead.token(), all + "&case=" + one.id()).status()).isEqualTo(404);
    assertThat(get(auditor.token(), all + "&case=" + one.id()).status()).isEqualTo(404);
    assertThat(get(lead.token(), all + "&case=" + CaseId.create()).status()).isEqualTo(404);
    for (String range :
        List.of("start=-1&end=5", "start=5&end=5", "start=1&end=1002", "start=x&end=2", "end=2")) {
      assertThat(get(auditor.token(), "/api/access/ledger/entries?" + range).status())
          .as(range)
          .isEqualTo(400);
    }
  }

  @Test
  void anEntryNeedsTheTransactionOfWhatItRecords() {
    assertThatThrownBy(() ->
            ledger.append(
                new LedgerEvent.Changed(null, "nothing", LedgerEvent.Place.NOWHERE, null)))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void theCanonicalFormIsFixed() {
    LedgerEntry entry =
        new LedgerEntry(
            LedgerEntryId.from("01919191-0000-7000-8000-000000000001"),
            Instant.parse("2026-11-23T05:00:00.123456Z"),
            new LedgerEvent.Decided(
                PersonId.from("01919191-0000-7000-8000-000000000002"),
                "read",
                LedgerEvent.Place.asked(VersionId.from("01919191-0000-7000-8000-000000000003")),
                false,
                List.of("a", "b"),
                "00"));
    assertThat(entry.canonical())
        .isEqualTo(
            """
            cordon-ledger-entry/1
            id=01919191-0000-7000-8000-000000000001
            at=2026-11-23T05:00:00.123456Z
            kind=DECISION
            person=01919191-0000-7000-8000-000000000002
            version=01919191-0000-7000-8000-000000000003
            action=read
            permitted=false
            policies=a,b
            policySet=00
            """);
    assertThat(HexFormat.of().formatHex(entry.digest(new byte[16])))
        .isEqualTo("f84e30106d165922ecce3cde254981a096967d60a256434b1fbb3d3d382d9e4b");
  }

  private JsonNode awaitEntry(Someone officer, OpenedCase of, VersionId version) {
    long[] start = {1};
    JsonNode[] found = {json.createArrayNode()};
    await(() -> {
      start[0] =
          Math.max(
              1,
              jdbc.sql("select coalesce(max(position), 1) from ledger_positions")
                      .query(Long.class)
                      .single()
                  - 900);
      found[0] =
          get(
                  officer.token(),
                  "/api/access/ledger/entries?start=%d&end=%d&case=%s"
                      .formatted(start[0], start[0] + 1000, of.id()))
              .node()
              .path("entries");
      return found[0]
          .valueStream()
          .anyMatch(it ->
              it.path("version").asString("").equals(version.toString())
                  && it.path("kind").asString().equals("DECISION"));
    });
    return found[0];
  }

  private boolean delivered(Someone reader, OpenedCase of) {
    return get(reader.token(), of.path() + "/exposures")
        .node()
        .path("items")
        .path(0)
        .path("delivered")
        .asBoolean();
  }

  private static String entry(JsonNode answer) {
    return answer.path("context").path("entry").asString();
  }

  private static Connection appConnection() throws SQLException {
    return DriverManager.getConnection(DATABASE.url(), DATABASE.appUser(), DATABASE.appPassword());
  }

  /** Where to read the newest 900 entries that are signed, and what may come in the meantime. */
  private String newest(Someone auditor) {
    long size = get(auditor.token(), "/api/access/ledger/checkpoint").node().path("size").asLong();
    long start = Math.max(1, size - 900);
    return "/api/access/ledger/entries?start=" + start + "&end=" + (start + 1_000);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (connection;
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static boolean executes(String sql) {
    try {
      execute(appConnection(), sql);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private static void await(BooleanSupplier condition) {
    Instant limit = Instant.now().plus(Duration.ofSeconds(20));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(limit);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
