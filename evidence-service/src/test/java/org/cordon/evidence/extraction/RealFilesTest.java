package org.cordon.evidence.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.cordon.evidence.EvidenceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files that nobody here wrote, from {@code ../shared/material} beside the repository. */
class RealFilesTest extends EvidenceTest {
  private static final Path MATERIAL =
      Path.of(System.getProperty("cordon.root", ".."), "..", "shared", "material").normalize();

  @BeforeEach
  void permit() {
    ACCESS.permit(reviewer, caseId);
  }

  @Test
  void everyOrdinaryFileEndsReadyOrFailedWithAReason() throws Exception {
    Map<String, JsonNode> items = addAll("tika-mixed");

    assertThat(items).isNotEmpty().allSatisfy(RealFilesTest::endedWell);
    assertThat(items.values().stream().filter(each -> state(each).equals("READY")).count())
        .as("read of %d", items.size())
        .isGreaterThanOrEqualTo(items.size() * 95L / 100);
  }

  @Test
  void everyHostileFileEndsReadyOrFailedWithAReason() throws Exception {
    Map<String, JsonNode> items = addAll("tika-hostile");

    assertThat(items).isNotEmpty().allSatisfy(RealFilesTest::endedWell);
    assertThat(items)
        .hasEntrySatisfying(
            "casing__protected_normal_case.docx",
            item -> assertThat(item.get("failure").asString()).contains("password"));
  }

  private Map<String, JsonNode> addAll(String folder) throws IOException {
    Path files = MATERIAL.resolve(folder);
    assumeTrue(Files.isDirectory(files), "skipped: there is no " + files);
    Map<String, JsonNode> receipts = new LinkedHashMap<>();
    long start = System.nanoTime();
    try (ExecutorService senders = Executors.newFixedThreadPool(3)) {
      Map<String, java.util.concurrent.Future<JsonNode>> sent = new LinkedHashMap<>();
      for (Path file : files(files)) {
        byte[] content = Files.readAllBytes(file);
        String name = String.valueOf(file.getFileName());
        sent.put(name, senders.submit(() -> add(name, content)));
      }
      for (var each : sent.entrySet()) {
        receipts.put(each.getKey(), each.getValue().get());
      }
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new AssertionError(e);
    }
    long uploaded = System.nanoTime();
    Map<String, JsonNode> items = new TreeMap<>();
    receipts.forEach((name, receipt) -> items.put(name, awaitRead(receipt)));
    report(
        folder,
        items,
        Duration.ofNanos(uploaded - start),
        Duration.ofNanos(System.nanoTime() - start));
    return items;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !String.valueOf(file.getFileName()).equals("LICENSE"))
          .sorted()
          .toList();
    }
  }

  /** Figures for whoever asks, in a file: the build stays quiet. */
  private static void report(
      String folder, Map<String, JsonNode> items, Duration uploaded, Duration read)
      throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s: %d files, uploaded in %d ms, read in %d ms, %.1f a second%n"
            .formatted(
                folder,
                items.size(),
                uploaded.toMillis(),
                read.toMillis(),
                items.size() * 1000.0 / read.toMillis()));
    items.forEach((name, item) -> {
      if (!state(item).equals("READY")) {
        text.append(
            "  %s: %s (%s)%n"
                .formatted(
                    name,
                    item.get("failure").asString(),
                    item.get("version").get("mediaType").asString()));
      }
    });
    Files.writeString(Path.of("target", "read-" + folder + ".txt"), text);
  }

  private static void endedWell(String name, JsonNode item) {
    switch (state(item)) {
      case "READY" -> assertThat(item.get("failure").isNull()).as(name).isTrue();
      case "FAILED" -> assertThat(item.get("failure").asString()).as(name).endsWith(".");
      default -> throw new AssertionError(name + " is " + state(item));
    }
  }

  private static String state(JsonNode item) {
    return item.get("state").asString();
  }
}
