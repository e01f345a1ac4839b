package org.cordon.access.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.cordon.access.ServiceTest;
import org.cordon.access.policies.CaseRole;
import org.cordon.merkle.ConsistencyProof;
import org.cordon.merkle.Hash;
import org.cordon.merkle.InclusionProof;
import org.cordon.merkle.SignedCheckpoint;
import org.cordon.merkle.TreeHash;
import org.cordon.merkle.Unverified;
import org.cordon.merkle.VerifierKey;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.security.OrganisationRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CheckpointsTest extends ServiceTest {
  private static final String LEDGER = "/api/access/ledger/";
  private final Someone auditor = someone("Abel Moss", OrganisationRole.AUDITOR);
  @TempDir private Path folder;

  @Test
  void anEntryIsUnderASignatureSoonAndProvenToWhoeverMayReadIt() throws Exception {
    OpenedCase one = openCase();
    Someone officer = add(one, "Dora Finch", CaseRole.APPROVING_OFFICER);
    String entry = entryOf(one, officer);

    JsonNode proof = awaitProof(officer, entry);

    SignedCheckpoint signed = checkpointOf(officer, proof.path("size").asLong());
    assertThat(proof.path("entry").asString()).isEqualTo(entry);
    Hash leaf = Hash.ofBase64(proof.path("leaf").asString());
    new InclusionProof(proof.path("position").asLong() - 1, signed.size(), path(proof))
        .verify(leaf, signed.root());
    JsonNode read =
        get(
                officer.token(),
                LEDGER
                    + "entries?start=%1$d&end=%2$d"
                        .formatted(
                            proof.path("position").asLong(), proof.path("position").asLong() + 1))
            .node()
            .path("entries")
            .get(0);
    byte[] digest = HexFormat.of().parseHex(read.path("digest").asString());
    assertThat(TreeHash.leaf(digest)).isEqualTo(leaf);
  }

  @Test
  void theLedgerIsProvenToHaveGrownOnly() throws Exception {
    OpenedCase one = openCase();
    Someone officer = add(one, "Dora Finch", CaseRole.APPROVING_OFFICER);
    awaitProof(officer, entryOf(one, officer));
    SignedCheckpoint before = newest(auditor);
    awaitProof(officer, entryOf(one, officer));
    SignedCheckpoint after = newest(auditor);
    assertThat(after.size()).isGreaterThan(before.size());

    JsonNode proof =
        get(
                auditor.token(),
                LEDGER + "proofs/consistency?from=%d&to=%d".formatted(before.size(), after.size()))
            .node();

    new ConsistencyProof(before.size(), after.size(), path(proof))
        .verify(before.root(), after.root());
  }

  @Test
  void everyCheckpointCanBeCollected() throws Exception {
    newest(auditor);
    String after = "";
    long last = -1;
    do {
      JsonNode page = get(auditor.token(), LEDGER + "checkpoints?limit=3" + after).node();
      for (JsonNode item : page.path("items").values()) {
        SignedCheckpoint signed = SignedCheckpoint.open(item.path("note").asString(), key());
        assertThat(signed.size()).isEqualTo(item.path("size").asLong()).isGreaterThan(last);
        assertThat(signed.root().base64()).isEqualTo(item.path("root").asString());
        last = signed.size();
      }
      after = page.path("next").isNull() ? "" : "&after=" + page.path("next").asString();
    } while (!after.isEmpty());
    assertThat(last).isGreaterThanOrEqualTo(0);
  }

  @Test
  void theNewestCheckpointIsAlsoToldAsTheSignedTextAlone() throws Exception {
    String address = LEDGER + "checkpoint";
    newest(auditor);
    Reply text = send(auditor.token(), "GET", address, null, "Accept", "text/plain");
    assertThat(text.status()).isEqualTo(200);
    assertThat(text.whole().headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/plain");
    SignedCheckpoint.open(text.body(), key());
  }

  @Test
  void theWholeLedgerIsExportedToTheAuditorAndVerifiesOffline() throws IOException {
    OpenedCase one = openCase();
    Someone officer = add(one, "Dora Finch", CaseRole.APPROVING_OFFICER);
    long size = awaitProof(officer, entryOf(one, officer)).path("size").asLong();
    Path kept = Files.writeString(folder.resolve("kept"), checkpointOf(auditor, size).note());

    Reply export = get(auditor.token(), LEDGER + "export");

    assertThat(export.status()).isEqualTo(200);
    assertThat(export.whole().headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment; filename=\"cordon-ledger-");
    assertThat(export.body()).doesNotContain("Dora").doesNotContain("Child Q");
    Path file = Files.writeString(folder.resolve("ledger"), export.body());
    Verification found = Verification.of(file, "--key", key().text(), "--checkpoint", kept);
    assertThat(found.code()).as(found.said()).isZero();
    assertThat(found.said()).contains("of the whole ledger").contains("1 kept elsewhere");
    Reply smaller = get(auditor.token(), LEDGER + "export?size=" + size);
    assertThat(smaller.body()).contains("\nend " + size + "\n");
  }

  @Test
  void aCaseIsExportedToItsOfficerWithProofsAndNothingOfAnother() throws IOException {
    OpenedCase one = openCase();
    OpenedCase other = openCase();
    Someone officer = add(one, "Dora Finch", CaseRole.APPROVING_OFFICER);
    awaitProof(officer, entryOf(one, officer));

    Reply export = get(officer.token(), LEDGER + "export?case=" + one.id());

    assertThat(export.body()).contains(one.id().toString()).doesNotContain(other.id().toString());
    Path file = Files.writeString(folder.resolve("case"), export.body());
    Verification found = Verification.of(file, "--key", key().text());
    assertThat(found.code()).as(found.said()).isZero();
    assertThat(found.said()).contains("of the cases " + one.id());
  }

  @Test
  void thePublicKeyIsForEverybodyAndTheRestForThoseWhoReadTheLedger() throws Exception {
    OpenedCase one = openCase();
    OpenedCase other = openCase();
    Someone officer = add(one, "Dora Finch", CaseRole.APPROVING_OFFICER);
    Someone stranger = add(other, "Leo Grant", CaseRole.APPROVING_OFFICER);
    Someone lead = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    Someone nobody = someone("Nan Field");
    String entry = entryOf(one, officer);
    awaitProof(officer, entry);
    String absent = get(nobody.token(), "/api/access/cases/" + CaseId.create()).body();

    for (Someone person : List.of(lead, nobody, one.manager())) {
      assertThat(get(person.token(), LEDGER + "key").status()).isEqualTo(200);
      for (String path :
          List.of(
              "checkpoint",
              "checkpoints",
              "proofs/inclusion?entry=" + entry,
              "proofs/consistency?from=0&to=1",
              "export",
              "export?case=" + one.id())) {
        Reply reply = get(person.token(), LEDGER + path);
        assertThat(reply.status()).as("%s to %s", path, person.name()).isEqualTo(404);
        assertThat(reply.body()).isEqualTo(absent);
      }
    }
    assertThat(get(stranger.token(), LEDGER + "proofs/inclusion?entry=" + entry).body())
        .isEqualTo(absent);
    assertThat(get(stranger.token(), LEDGER + "export?case=" + one.id()).body()).isEqualTo(absent);
    assertThat(
            get(stranger.token(), LEDGER + "proofs/inclusion?entry=" + LedgerEntryId.create())
                .body())
        .isEqualTo(absent);
    assertThat(get(null, LEDGER + "key").status()).isEqualTo(401);
    assertThat(get(service(), LEDGER + "export").status()).isIn(403, 404);
  }

  @Test
  void whatDoesNotFitIsRefusedWithAReason() throws Exception {
    long newest = newest(auditor).size();
    for (String path :
        List.of(
            "proofs/inclusion",
            "proofs/inclusion?entry=x",
            "proofs/consistency?from=0",
            "proofs/consistency?from=-1&to=0",
            "proofs/consistency?from=2&to=1",
            "proofs/consistency?from=0&to=" + Long.MAX_VALUE,
            "proofs/consistency?from=0&to=" + (newest + 1_000_000),
            "checkpoints?after=x",
            "checkpoints?limit=0",
            "export?size=-1",
            "export?size=" + Long.MAX_VALUE,
            "export?case=x")) {
      Reply reply = get(auditor.token(), LEDGER + path);
      assertThat(reply.status()).as(path).isEqualTo(400);
      assertThat(reply.whole().headers().firstValue("Content-Type").orElseThrow())
          .as(path)
          .startsWith("application/problem+json");
    }
    assertThat(post(auditor.token(), LEDGER + "checkpoint", Map.of()).status()).isEqualTo(405);
  }

  @Test
  void aSizeThatDoesNotCoverTheEntryIsRefused() {
    OpenedCase one = openCase();
    Someone officer = add(one, "Dora Finch", CaseRole.APPROVING_OFFICER);
    String entry = entryOf(one, officer);
    long position = awaitProof(officer, entry).path("position").asLong();
    for (long size : new long[] {-1, 0, position - 1, Long.MAX_VALUE}) {
      assertThat(
              get(
                      officer.token(),
                      LEDGER + "proofs/inclusion?entry=%s&size=%d".formatted(entry, size))
                  .status())
          .isEqualTo(400);
    }
  }

  private String entryOf(OpenedCase in, Someone person) {
    return evaluate(person.id(), "read", "version", register(document(in)).version())
        .path("context")
        .path("entry")
        .asString();
  }

  private VerifierKey key() {
    return VerifierKey.parse(get(auditor.token(), LEDGER + "key").node().path("key").asString());
  }

  private static List<Hash> path(JsonNode proof) {
    return proof.path("path").values().stream()
        .map(hash -> Hash.ofBase64(hash.asString()))
        .toList();
  }

  private SignedCheckpoint newest(Someone reader) throws Exception {
    Instant limit = Instant.now().plus(Duration.ofSeconds(20));
    Reply reply = get(reader.token(), LEDGER + "checkpoint");
    while (reply.status() == 503) {
      assertThat(Instant.now()).isBefore(limit);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      reply = get(reader.token(), LEDGER + "checkpoint");
    }
    return SignedCheckpoint.open(reply.node().path("note").asString(), key());
  }

  private SignedCheckpoint checkpointOf(Someone reader, long size) {
    JsonNode item =
        get(reader.token(), LEDGER + "checkpoints?limit=1&after=" + (size - 1))
            .node()
            .path("items")
            .get(0);
    try {
      return SignedCheckpoint.open(item.path("note").asString(), key());
    } catch (Unverified e) {
      throw new AssertionError(e);
    }
  }

  private JsonNode awaitProof(Someone reader, String entry) {
    Instant limit = Instant.now().plus(Duration.ofSeconds(20));
    Reply reply = get(reader.token(), LEDGER + "proofs/inclusion?entry=" + entry);
    while (reply.status() == 409) {
      assertThat(Instant.now()).isBefore(limit);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      reply = get(reader.token(), LEDGER + "proofs/inclusion?entry=" + entry);
    }
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.node();
  }
}
