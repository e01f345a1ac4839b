package org.cordon.access.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cordon.access.ServiceTest;
import org.cordon.access.decisions.Facts;
import org.cordon.platform.access.Filter;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.stack.engines.PostgresEngine;
import org.cordon.stack.engines.TestEngines;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * A batch of 100 decisions over HTTP, facts read and entries written, against 100 plain calls of
 * Cedar with the facts at hand: the same person, versions and policies, in one JVM, in turns, one
 * caller. No two versions are labelled alike, so nothing is decided once for two of them. Run by
 * {@code ./cordon bench decisions}.
 */
class DecisionsBenchmark extends ServiceTest {
  private static final int BATCH = 100;
  private static final int TURNS = Integer.getInteger("cordon.bench.turns", 6);
  private static final long TURN = 3_000_000_000L;
  private static final PostgresEngine.Database OWN =
      TestEngines.durablePostgres().database("decisions");

  @Autowired private Facts facts;

  /** Says it after {@link ServiceTest}, and so takes the place of what that says. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Durable {
    @Bean
    DynamicPropertyRegistrar durableDatabase() {
      return registry -> {
        registry.add("spring.datasource.url", OWN::url);
        registry.add("spring.datasource.username", OWN::appUser);
        registry.add("spring.datasource.password", OWN::appPassword);
        registry.add("spring.flyway.user", OWN::ownerUser);
        registry.add("spring.flyway.password", OWN::ownerPassword);
      };
    }
  }

  @Test
  void aBatchOverHttpAgainstPlainCalls() throws AuthException {
    OpenedCase one = openCase();
    Someone reviewer = add(one, "Ines Calder", CaseRole.LEAD_REVIEWER);
    List<VersionLabels> versions = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      versions.add(
          register(labels(one, ItemKind.DOCUMENT, List.of(PersonId.create()), i % 2 == 0)));
    }
    Map<String, Object> batch =
        Map.of(
            "subject", Map.of("type", "person", "id", reviewer.id().toString()),
            "action", Map.of("name", "read"),
            "evaluations",
                versions.stream()
                    .map(it ->
                        Map.of(
                            "resource", Map.of("type", "version", "id", it.version().toString())))
                    .toList());
    Plain plain = new Plain(facts.of(reviewer.id()), versions);
    List<Long> took = new ArrayList<>();
    // The first turn of each warms up what is compiled and cached.
    overHttp(batch, took);
    plain.turn();
    took.clear();
    double ours = 0;
    double baseline = 0;
    for (int turn = 0; turn < TURNS; turn++) {
      ours += overHttp(batch, took) / TURNS;
      baseline += plain.turn() / TURNS;
    }
    long[] sorted = took.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%d batches of %d, median %.1f ms, p95 %.1f ms; fsync %s%n",
        sorted.length,
        BATCH,
        sorted[sorted.length / 2] / 1e6,
        sorted[sorted.length * 95 / 100] / 1e6,
        jdbc.sql("show fsync").query(String.class).single());
    filters();
    System.out.printf(
        Locale.ROOT,
        "decisions ratio=%.2f ours=%.0f baseline=%.0f unit=decisions/s%n",
        ours / baseline,
        ours,
        baseline);
  }

  /**
   * How large the filter of a person in many cases with many disclosures is, and how long it takes.
   */
  private void filters() {
    Policies policies = Fixtures.shipped();
    for (int[] many : new int[][] {{1, 0}, {50, 0}, {50, 100}, {50, 1_000}, {50, 10_000}}) {
      Set<CaseId> cases = ids(many[0], CaseId::create);
      Map<CaseRole, Set<CaseId>> roles = Map.of(CaseRole.CASE_GROUP_MEMBER, cases);
      Set<VersionId> disclosed = ids(many[1], VersionId::create);
      List<Long> took = new ArrayList<>();
      int bytes = 0;
      for (int i = 0; i < 21; i++) {
        PersonFacts person =
            new PersonFacts(PersonId.create(), Set.of(), roles)
                .in(Map.of(CaseFact.WALLED, cases))
                .shown(disclosed);
        long begin = System.nanoTime();
        Filter filter = policies.filter(person, Action.FIND);
        took.add(System.nanoTime() - begin);
        bytes = json.writeValueAsString(filter).length();
      }
      System.out.printf(
          Locale.ROOT,
          "filter for %d cases and %d disclosures: %d bytes, median %.1f ms%n",
          many[0],
          many[1],
          bytes,
          took.stream()
                  .mapToLong(Long::longValue)
                  .sorted()
                  .skip(took.size() / 2)
                  .findFirst()
                  .orElse(0)
              / 1e6);
    }
  }

  private static <T> Set<T> ids(int count, Supplier<T> create) {
    return Stream.generate(create).limit(count).collect(Collectors.toSet());
  }

  /** Decisions a second. */
  private double overHttp(Map<String, Object> batch, List<Long> took) {
    String body = json.writeValueAsString(batch);
    String token = service();
    long start = System.nanoTime();
    long done = 0;
    while (System.nanoTime() - start < TURN) {
      long begin = System.nanoTime();
      Reply reply = sendUnchecked(token, "POST", "/access/v1/evaluations", body);
      took.add(System.nanoTime() - begin);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.body().split("\"decision\":true", -1)).hasSize(BATCH + 1);
      done += BATCH;
    }
    return done * 1e9 / (System.nanoTime() - start);
  }

  /** Cedar by itself, with everything that it is asked prepared. */
  private static final class Plain {
    private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
    private final CheckedPolicies checked = CheckedPolicies.of(PolicyText.shipped());
    private final Entity person;
    private final List<Entity> resources;

    Plain(PersonFacts facts, List<VersionLabels> versions) {
      person = CedarEntities.person(facts);
      resources =
          versions.stream()
              .map(labels -> CedarEntities.resource(new ResourceFacts.OfVersion(labels)))
              .toList();
    }

    /** Decisions a second. */
    double turn() throws AuthException {
      long start = System.nanoTime();
      long done = 0;
      while (System.nanoTime() - start < TURN) {
        for (Entity resource : resources) {
          AuthorizationResponse answer =
              engine.isAuthorized(
                  new AuthorizationRequest(
                      person.getEUID(),
                      CedarEntities.action(Action.READ),
                      resource.getEUID(),
                      Optional.of(Map.of()),
                      Optional.of(checked.schema()),
                      true),
                  checked.policies(),
                  Set.of(person, resource));
          if (!answer.success.orElseThrow().isAllowed()) {
            throw new AssertionError(answer.toString());
          }
        }
        done += resources.size();
      }
      return done * 1e9 / (System.nanoTime() - start);
    }
  }
}
