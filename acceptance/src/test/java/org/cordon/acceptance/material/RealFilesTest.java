package org.cordon.acceptance.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.cordon.acceptance.api.Api;
import org.cordon.acceptance.api.Cases;
import org.cordon.acceptance.api.Upload;
import org.cordon.acceptance.installation.Await;
import org.cordon.acceptance.installation.Cordon;
import org.cordon.acceptance.installation.Figures;
import org.cordon.acceptance.installation.Status.Account;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Files as they come from agencies: each is kept byte for byte and ends in a state with a reason.
 */
class RealFilesTest {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final int TOGETHER = 2;
  private final Cordon cordon = Cordon.running();
  private final Api api = Api.running();
  private final Cases cases = Cases.running();
  private final Account reviewer = cordon.inOnly(cordon.caseOf("Rowan"), "LEAD_REVIEWER");

  @Test
  void everyFileEndsReadyOrFailedWithAReason() {
    var files = Material.files();
    assumeFalse(files.isEmpty(), "there is no ../shared/material/tika-mixed beside this checkout");
    var caseId = cases.open("Real files", reviewer);
    long begin = System.nanoTime();
    uploadAll(files, caseId);
    long uploaded = System.nanoTime();
    var items = awaitSettled(caseId, files.size());
    long settled = System.nanoTime();

    report(items, uploaded - begin, settled - begin);
    assertThat(items).hasSize(files.size());
    for (var item : items) {
      if (item.path("state").asString().equals("FAILED")) {
        assertThat(item.path("failure").asString()).as("%s", item).isNotBlank().endsWith(".");
      }
    }
    assertThat(items).anyMatch(item -> item.path("state").asString().equals("READY"));
    awaitIndexed(caseId, items.size());
    keptByteForByte(files, items);
  }

  private void uploadAll(List<Path> files, String caseId) {
    try (var threads = Executors.newFixedThreadPool(TOGETHER)) {
      var uploads =
          files.stream().<Callable<Integer>>map(file -> () -> upload(file, caseId)).toList();
      for (var answer : threads.invokeAll(uploads)) {
        assertThat(answer.get()).isEqualTo(201);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    } catch (ExecutionException e) {
      throw new AssertionError("An upload failed", e);
    }
  }

  private int upload(Path file, String caseId) {
    var name = Material.name(file);
    return api.add(reviewer, caseId, Upload.of(name, Material.bytes(file), name))
        .require(201)
        .status();
  }

  private List<JsonNode> awaitSettled(String caseId, int count) {
    return Await.value(
        LIMIT,
        "all " + count + " files are READY or FAILED",
        () -> {
          var items = cases.items(reviewer, caseId);
          return items.size() == count && items.stream().allMatch(Cases::isSettled)
              ? Optional.of(items)
              : Optional.empty();
        });
  }

  private void awaitIndexed(String caseId, int count) {
    cases.awaitTotal(reviewer, Map.of("q", "", "case", caseId), count, LIMIT);
  }

  private static void report(List<JsonNode> items, long uploadNanos, long allNanos) {
    var failed = items.stream().filter(i -> i.path("state").asString().equals("FAILED")).toList();
    Figures.print(
        "real files: %d uploaded in %.1f s, all settled after %.1f s (%.1f files a second);"
            + " %d READY, %d FAILED",
        items.size(),
        uploadNanos / 1e9,
        allNanos / 1e9,
        items.size() / (allNanos / 1e9),
        items.size() - failed.size(),
        failed.size());
    failed.forEach(item ->
        Figures.print(
            "  FAILED %s: %s", item.path("title").asString(), item.path("failure").asString()));
  }

  private void keptByteForByte(List<Path> files, List<JsonNode> items) {
    for (var file : files.subList(0, Math.min(10, files.size()))) {
      var item =
          items.stream()
              .filter(i -> i.path("title").asString().equals(Material.name(file)))
              .findFirst()
              .orElseThrow();
      var sent = sha256(Material.bytes(file));
      assertThat(item.path("version").path("sha256").asString()).isEqualTo(sent);
      var path = "/api/evidence/items/" + item.path("id").asString() + "/versions/1/content";
      assertThat(sha256(api.get(reviewer, path).require(200).body())).isEqualTo(sent);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
