package org.cordon.access.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cordon.platform.access.Filter;
import org.cordon.platform.access.LabelField;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.VersionId;
import org.junit.jupiter.api.Test;

class DisclosedTest {
  private static final String ONE = new UUID(0, 0).toString();
  private static final Policies POLICIES = Fixtures.shipped();

  @Test
  void aWitnessesFilterNamesEachDisclosedVersionOnce() {
    Set<CaseId> cases = Set.of(Fixtures.CASE, CaseId.create());
    Set<VersionId> disclosed = disclosed(500);
    PersonFacts witness =
        new PersonFacts(Fixtures.ME, Set.of(), Map.of(CaseRole.CASE_GROUP_MEMBER, cases))
            .in(Map.of(CaseFact.WALLED, cases))
            .shown(disclosed);
    for (Action action : List.of(Action.FIND, Action.READ)) {
      assertThat(versionsNamed(POLICIES.filter(witness, action)))
          .hasSize(500)
          .containsExactlyInAnyOrderElementsOf(
              disclosed.stream().map(VersionId::toString).toList());
    }
  }

  @Test
  void whoseFilterWasRememberedIsNotTakenForSomeoneWithOtherDisclosures() {
    PersonFacts member = Fixtures.with(CaseRole.CASE_GROUP_MEMBER);
    Set<VersionId> one = disclosed(1);
    Set<VersionId> other = disclosed(1);
    for (Set<VersionId> each : List.of(one, other, Set.<VersionId>of(), one)) {
      assertThat(versionsNamed(POLICIES.filter(member.shown(each), Action.READ)))
          .containsOnlyOnceElementsOf(each.stream().map(VersionId::toString).toList())
          .hasSize(each.size());
    }
  }

  @Test
  void whateverTheFilterItMeansTheSame() {
    long seed = Long.getLong("cordon.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int i = 0; i < 3_000; i++) {
      Set<VersionId> versions = disclosed(1 + random.nextInt(9));
      Set<String> ids = versions.stream().map(VersionId::toString).collect(Collectors.toSet());
      long shape = random.nextLong();
      Filter meant = made(new Random(shape), ids, 4);
      Filter said = Disclosed.unfolded(made(new Random(shape), Set.of(ONE), 4), versions);
      for (String version : List.of(ids.iterator().next(), UUID.randomUUID().toString(), ONE)) {
        for (String matter : List.of("a", "b", "c")) {
          Map<LabelField, Set<String>> labels =
              Map.of(LabelField.VERSION, Set.of(version), LabelField.MATTERS, Set.of(matter));
          assertThat(said.matches(labels))
              .as("seed %d: %s as %s of %s", seed, meant, said, labels)
              .isEqualTo(meant.matches(labels));
        }
      }
    }
  }

  /** The same shape for the same seed. */
  private static Filter made(Random random, Set<String> disclosed, int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 3)) {
      case 0, 1 -> new Filter.In(LabelField.VERSION, disclosed);
      case 2 -> new Filter.In(LabelField.MATTERS, random.nextBoolean() ? Set.of("a") : Set.of("b"));
      case 3 -> new Filter.Not(made(random, disclosed, depth - 1));
      case 4 -> new Filter.All(parts(random, disclosed, depth));
      default -> new Filter.Any(parts(random, disclosed, depth));
    };
  }

  private static List<Filter> parts(Random random, Set<String> disclosed, int depth) {
    List<Filter> parts = new ArrayList<>();
    for (int left = random.nextInt(4); left > 0; left--) {
      parts.add(made(random, disclosed, depth - 1));
    }
    return parts;
  }

  private static Set<VersionId> disclosed(int many) {
    return IntStream.range(0, many)
        .mapToObj(_ -> VersionId.create())
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** As often as they are named. */
  private static List<String> versionsNamed(Filter filter) {
    return switch (filter) {
      case Filter.All(List<Filter> of) -> of.stream().flatMap(DisclosedTest::named).toList();
      case Filter.Any(List<Filter> of) -> of.stream().flatMap(DisclosedTest::named).toList();
      case Filter.Not(Filter of) -> versionsNamed(of);
      case Filter.In(LabelField field, Set<String> values) ->
          field == LabelField.VERSION ? List.copyOf(values) : List.of();
      case Filter.Subset _ -> List.of();
    };
  }

  private static Stream<String> named(Filter filter) {
    return versionsNamed(filter).stream();
  }
}
