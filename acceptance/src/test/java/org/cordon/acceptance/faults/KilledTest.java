package org.cordon.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cordon.acceptance.api.Api;
import org.cordon.acceptance.api.Cases;
import org.cordon.acceptance.installation.Await;
import org.cordon.acceptance.installation.Cordon;
import org.cordon.acceptance.installation.Figures;
import org.cordon.acceptance.installation.Status.Account;
import org.cordon.acceptance.material.Material;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A process that is killed during uploads takes nothing with it that was acknowledged. */
@Order(Integer.MAX_VALUE - 10)
class KilledTest {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int BEFORE_THE_KILL = 5;
  private final Cordon cordon = Cordon.running();
  private final Api api = Api.running();
  private final Cases cases = Cases.running();
  private final Account reviewer = cordon.inOnly(cordon.caseOf("Rowan"), "LEAD_REVIEWER");

  /** Each service; in a whole run each engine too. */
  static Stream<String> victims() {
    var services = Stream.of("evidence-service", "access-service", "search-service", "gateway");
    return Material.isWhole()
        ? Stream.concat(
            services, Stream.of("postgresql", "object-store", "elasticsearch", "keycloak"))
        : services;
  }

  @AfterEach
  void everythingRunsAgain() {
    cordon.up();
  }

  @ParameterizedTest
  @MethodSource("victims")
  void aKilledProcessLosesNothingAndDoublesNothing(String victim) {
    var caseId = cases.open("Killed " + victim, reviewer);
    var batch = new Batch(api, reviewer, caseId);
    batch.start();
    batch.awaitAcknowledged(BEFORE_THE_KILL, LIMIT);
    long begin = System.nanoTime();
    cordon.processes().kill(victim);
    cordon.up();
    double repaired = (System.nanoTime() - begin) / 1e9;
    batch.finish(LIMIT);

    var items = settled(caseId, batch.size());
    nothingMissingNothingTwice(batch, items);
    theIndexEqualsTheDatabase(caseId, items);
    aRepeatedRequestAnswersAsBefore(batch, caseId);
    Figures.print(
        "kill -9 %s: up again after %.1f s, %d of %d documents there once",
        victim, repaired, items.size(), batch.size());
  }

  private List<JsonNode> settled(String caseId, int count) {
    return Await.value(
        LIMIT,
        count + " items are there and settled",
        () -> {
          var items = cases.items(reviewer, caseId);
          return items.size() >= count && items.stream().allMatch(Cases::isSettled)
              ? Optional.of(items)
              : Optional.empty();
        });
  }

  private static void nothingMissingNothingTwice(Batch batch, List<JsonNode> items) {
    var titles = items.stream().map(item -> item.path("title").asString()).toList();
    assertThat(titles).doesNotHaveDuplicates().hasSize(batch.size());
    var ids = items.stream().map(item -> item.path("id").asString()).toList();
    assertThat(ids).containsExactlyInAnyOrderElementsOf(batch.acknowledged().values());
  }

  private void theIndexEqualsTheDatabase(String caseId, List<JsonNode> items) {
    var everything = Map.of("q", "", "case", caseId, "limit", "200");
    var found = cases.awaitTotal(reviewer, everything, items.size(), LIMIT);
    var hits = new HashSet<String>();
    found.path("hits").forEach(hit -> hits.add(hit.path("item").asString()));
    assertThat(hits)
        .containsExactlyInAnyOrderElementsOf(
            items.stream().map(item -> item.path("id").asString()).toList());
  }

  private void aRepeatedRequestAnswersAsBefore(Batch batch, String caseId) {
    var first = batch.uploads().getFirst();
    var again = api.add(reviewer, caseId, first).require(201).json().path("item").asString();
    assertThat(again).isEqualTo(batch.acknowledged().get(first.key()));
    assertThat(cases.items(reviewer, caseId)).hasSize(batch.size());
  }
}
