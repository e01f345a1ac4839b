package org.cordon.search.filtering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cordon.platform.access.Filter;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.LabelField;
import org.cordon.platform.access.PersonFilter;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.search.index.Generation;
import org.cordon.search.index.IndexWriter.Change;
import org.cordon.search.index.IndexedVersion;
import org.cordon.search.index.TestIndex;
import org.cordon.search.testing.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On the real Elasticsearch: the compiled filter means what the filter means. */
class FilterQueryTest {
  private static final int DOCUMENTS = 250;
  private static final int FILTERS = Integer.getInteger("cordon.test.filters", 300);
  private static final long SEED = Long.getLong("cordon.test.seed", 20_261_123L);

  private static final Random RANDOM = new Random(SEED);
  private static final List<CaseId> CASES = some(3, CaseId::create);
  private static final List<PersonId> PEOPLE = some(5, PersonId::create);
  private static final List<AgencyId> AGENCIES = some(3, AgencyId::create);
  private static final List<String> MATTERS =
      List.of("the night of 3 May", "cause", "who was there");
  private static final List<VersionLabels> LABELS = some(DOCUMENTS, FilterQueryTest::labels);
  private static TestIndex index;

  @BeforeAll
  static void fill() {
    index = new TestIndex();
    Generation generation = index.generations.open();
    for (CaseId caseId : CASES) {
      List<Change> changes =
          LABELS.stream()
              .filter(labels -> labels.caseId().equals(caseId))
              .map(FilterQueryTest::change)
              .toList();
      index.writer.write(generation, caseId, changes, 1);
    }
  }

  private static Change change(VersionLabels labels) {
    return new Change(
        labels.version(),
        Optional.of(
            new IndexedVersion(
                World.content(labels.version(), labels.item(), labels.number(), "A", "b", null),
                labels)),
        Optional.empty());
  }

  @Test
  void aCompiledFilterFindsExactlyWhatTheFilterLetsThrough() {
    int decisive = 0;
    for (int i = 0; i < FILTERS; i++) {
      Filter filter = filter(4);
      Set<String> expected = matching(filter);

      Set<String> found = index.find(FilterQuery.of(filter));

      assertThat(found).as("seed %d, filter %d: %s", SEED, i, filter).isEqualTo(expected);
      decisive += expected.isEmpty() || expected.size() == DOCUMENTS ? 0 : 1;
    }
    assertThat(decisive)
        .as("filters that let some through and some not")
        .isGreaterThan(FILTERS / 4);
  }

  @Test
  void aPersonsFilterKeepsToTheirCasesAndLeavesOutWhatWasRelabelled() {
    Set<VersionId> excluded =
        LABELS.stream().limit(40).map(VersionLabels::version).collect(Collectors.toSet());
    PersonFilter filter =
        new PersonFilter(Filter.everything(), Set.of(CASES.getFirst()), Set.of(), excluded);

    assertThat(index.find(FilterQuery.of(filter)))
        .isEqualTo(
            LABELS.stream()
                .filter(labels -> labels.caseId().equals(CASES.getFirst()))
                .map(VersionLabels::version)
                .filter(version -> !excluded.contains(version))
                .map(VersionId::toString)
                .collect(Collectors.toSet()));
  }

  @Test
  void moreExcludedVersionsThanOneListTakesAreStillExcluded() {
    Set<VersionId> excluded = new HashSet<>(some(60_500, VersionId::create));
    LABELS.forEach(labels -> excluded.add(labels.version()));

    assertThat(
            index.find(
                FilterQuery.of(
                    new PersonFilter(Filter.everything(), Set.copyOf(CASES), Set.of(), excluded))))
        .isEmpty();
  }

  private static Set<String> matching(Filter filter) {
    return LABELS.stream()
        .filter(labels -> filter.matches(labels.fields()))
        .map(labels -> labels.version().toString())
        .collect(Collectors.toSet());
  }

  private static VersionLabels labels() {
    return new VersionLabels(
        VersionId.create(),
        ItemId.create(),
        1,
        one(CASES),
        one(List.of(ItemKind.values())),
        subset(PEOPLE),
        subset(MATTERS),
        RANDOM.nextBoolean(),
        RANDOM.nextBoolean(),
        subset(AGENCIES),
        subset(PEOPLE),
        Set.of(),
        RANDOM.nextBoolean());
  }

  private static Filter filter(int depth) {
    int choice = depth == 0 ? 3 + RANDOM.nextInt(2) : RANDOM.nextInt(5);
    return switch (choice) {
      case 0 -> new Filter.All(some(RANDOM.nextInt(4), () -> filter(depth - 1)));
      case 1 -> new Filter.Any(some(RANDOM.nextInt(4), () -> filter(depth - 1)));
      case 2 -> new Filter.Not(filter(depth - 1));
      default -> {
        LabelField field = one(List.of(LabelField.values()));
        Set<String> values = subset(values(field));
        yield choice == 3 ? new Filter.In(field, values) : new Filter.Subset(field, values);
      }
    };
  }

  private static List<String> values(LabelField field) {
    return switch (field) {
      case VERSION -> texts(LABELS.stream().limit(60).map(VersionLabels::version).toList());
      case CASE -> texts(CASES);
      case KIND -> texts(List.of(ItemKind.values()));
      case ACCOUNTS_OF, CIRCULATED_TO -> texts(PEOPLE);
      case MATTERS -> List.of("the night of 3 May", "cause", "another");
      case DELICATE, QUARANTINED, PUBLISHED_TO_BOARD -> List.of("true", "false", "perhaps");
      case ORIGINATORS -> texts(AGENCIES);
    };
  }

  private static List<String> texts(List<?> values) {
    return values.stream().map(Object::toString).toList();
  }

  private static <T> T one(List<T> values) {
    return values.get(RANDOM.nextInt(values.size()));
  }

  private static <T> Set<T> subset(List<T> values) {
    List<T> chosen = new ArrayList<>(values);
    chosen.removeIf(value -> RANDOM.nextInt(5) < 3);
    return Set.copyOf(chosen);
  }

  private static <T> List<T> some(int count, Supplier<T> make) {
    return IntStream.range(0, count).mapToObj(i -> make.get()).toList();
  }
}
