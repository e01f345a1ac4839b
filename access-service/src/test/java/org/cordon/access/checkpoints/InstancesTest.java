package org.cordon.access.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.cordon.access.ServiceTest;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.security.OrganisationRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three instances of the service on one database (this one, and two processes of their own) under
 * load, and one of the two is killed at a random moment and started again. With {@code
 * -Dcordon.all=true}: eight times.
 */
class InstancesTest extends ServiceTest {
  private static final int KILLS = Boolean.getBoolean("cordon.all") ? 8 : 1;
  private static final int CALLERS = 4;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private final Queue<String> answered = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean stop = new AtomicBoolean();
  @TempDir private Path folder;

  @Test
  void noEntryIsLostAndNoHistoryForksWhenAnInstanceIsKilled() throws Exception {
    long seed = Long.getLong("cordon.seed", System.nanoTime());
    Random random = new Random(seed);
    Instance steady = Instance.start(folder.resolve("steady"), ISSUER, DATABASE, LEDGER_KEY);
    Instance victim = Instance.start(folder.resolve("victim"), ISSUER, DATABASE, LEDGER_KEY);
    try (ExecutorService callers = Executors.newFixedThreadPool(2 * CALLERS)) {
      try {
        callInTurn(callers, steady);
        for (int kill = 0; kill < KILLS; kill++) {
          victim.awaitReady();
          callInTurn(callers, victim);
          int before = answered.size();
          await(() -> answered.size() > before + 50 + random.nextInt(200));
          victim.kill();
          victim = Instance.start(folder.resolve("victim" + kill), ISSUER, DATABASE, LEDGER_KEY);
        }
        victim.awaitReady();
      } finally {
        stop.set(true);
        victim.kill();
        steady.kill();
      }
    }
    long placed = awaitEverythingSigned();
    assertThat(verified().said()).as("seed %d", seed).contains("Verified: ");
    Set<String> recorded = recorded(placed);
    assertThat(recorded).as("seed %d", seed).hasSize(Math.toIntExact(placed)).containsAll(answered);
  }

  /** Each asks one thing after another, until it is told to stop or the instance is gone. */
  private void callInTurn(ExecutorService callers, Instance instance) {
    for (int i = 0; i < CALLERS; i++) {
      callers.execute(() -> {
        try {
          while (!stop.get()) {
            answered.add(ask(instance.port()));
          }
        } catch (IOException gone) {
          // What was not answered need not be recorded.
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      });
    }
  }

  private String ask(int port) throws IOException, InterruptedException {
    String question =
        """
        {"subject": {"type": "person", "id": "%s"}, "action": {"name": "read"},
         "resource": {"type": "version", "id": "%s"}}
        """
            .formatted(PersonId.create(), VersionId.create());
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:%d/access/v1/evaluation".formatted(port)))
                .header("Authorization", "Bearer " + service())
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(question))
                .build(),
            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body()).path("context").path("entry").asString();
  }

  private long awaitEverythingSigned() {
    await(() ->
        jdbc.sql(
                """
                select (select count(*) from ledger_entries)
                  = (select coalesce(max(size), 0) from ledger_checkpoints)
                """)
            .query(Boolean.class)
            .single());
    return jdbc.sql("select max(size) from ledger_checkpoints").query(Long.class).single();
  }

  private Set<String> recorded(long upTo) {
    return jdbc
        .sql("select id from ledger_positions where position between 1 and :upTo")
        .param("upTo", upTo)
        .query(String.class)
        .list()
        .stream()
        .collect(Collectors.toSet());
  }

  private Verification verified() throws IOException {
    Someone auditor = someone("Abel Moss", OrganisationRole.AUDITOR);
    Reply export = get(auditor.token(), "/api/access/ledger/export");
    Path file = Files.writeString(folder.resolve("ledger"), export.body());
    Verification found = Verification.of(file);
    assertThat(List.of(found.code())).as(found.said()).containsExactly(0);
    return found;
  }

  private static void await(BooleanSupplier condition) {
    Instant limit = Instant.now().plus(Duration.ofMinutes(3));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(limit);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
