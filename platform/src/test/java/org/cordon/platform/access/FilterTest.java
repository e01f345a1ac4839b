package org.cordon.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FilterTest {
  private static final Map<LabelField, Set<String>> TWO_ACCOUNTS =
      Map.of(LabelField.ACCOUNTS_OF, Set.of("a", "b"));
  private static final Map<LabelField, Set<String>> NO_LABELS = Map.of();

  private final JsonMapper json = JsonMapper.builder().build();

  @Test
  void inHoldsWhenAMemberIsShared() {
    assertThat(in("b", "c").matches(TWO_ACCOUNTS)).isTrue();
    assertThat(in("c").matches(TWO_ACCOUNTS)).isFalse();
    assertThat(in().matches(TWO_ACCOUNTS)).isFalse();
    assertThat(in("a").matches(NO_LABELS)).isFalse();
  }

  @Test
  void subsetHoldsWhenNoMemberIsOutside() {
    assertThat(subset("a", "b", "c").matches(TWO_ACCOUNTS)).isTrue();
    assertThat(subset("a").matches(TWO_ACCOUNTS)).isFalse();
    assertThat(subset().matches(NO_LABELS)).isTrue();
  }

  @Test
  void ofNothingAllHoldsAndAnyDoesNot() {
    assertThat(Filter.everything().matches(NO_LABELS)).isTrue();
    assertThat(Filter.nothing().matches(NO_LABELS)).isFalse();
    assertThat(new Filter.Not(Filter.nothing()).matches(NO_LABELS)).isTrue();
  }

  @Test
  void itReadsWhatItWrites() {
    Filter filter =
        new Filter.All(
            List.of(new Filter.Any(List.of(in("a"), subset("b"))), new Filter.Not(in("c"))));

    String written = json.writeValueAsString(filter);

    assertThat(written)
        .startsWith("{\"op\":\"all\"")
        .contains("{\"op\":\"in\",\"field\":\"accountsOf\",\"values\":[\"a\"]}");
    assertThat(json.readValue(written, Filter.class)).isEqualTo(filter);
  }

  @Test
  void labelsKnowWhenAVersionIsCommon() {
    VersionLabels common =
        VersionLabels.common(VersionId.create(), ItemId.create(), 1, CaseId.create());

    assertThat(common.isCommon()).isTrue();
    assertThat(withAccountOf(common, PersonId.create()).isCommon()).isFalse();
    assertThat(json.readValue(json.writeValueAsString(common), VersionLabels.class))
        .isEqualTo(common);
    assertThat(json.writeValueAsString(common)).contains("\"case\":").doesNotContain("caseId");
  }

  @Test
  void aVersionIsNumberedFromOne() {
    assertThatThrownBy(
            () -> VersionLabels.common(VersionId.create(), ItemId.create(), 0, CaseId.create()))
        .isInstanceOf(Problem.class);
  }

  private static VersionLabels withAccountOf(VersionLabels labels, PersonId person) {
    return new VersionLabels(
        labels.version(),
        labels.item(),
        labels.number(),
        labels.caseId(),
        labels.kind(),
        Set.of(person),
        labels.matters(),
        labels.delicate(),
        labels.quarantined(),
        labels.originators(),
        labels.circulatedTo(),
        labels.sources(),
        labels.publishedToBoard());
  }

  private static Filter in(String... values) {
    return new Filter.In(LabelField.ACCOUNTS_OF, Set.of(values));
  }

  private static Filter subset(String... values) {
    return new Filter.Subset(LabelField.ACCOUNTS_OF, Set.of(values));
  }
}
