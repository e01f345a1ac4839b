package org.cordon.search.filtering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.testing.JudgedWorld;
import org.cordon.search.index.Generation;
import org.cordon.search.index.IndexWriter.Change;
import org.cordon.search.index.IndexedVersion;
import org.cordon.search.index.TestIndex;
import org.cordon.search.testing.World;
import org.junit.jupiter.api.Test;

/** On the real Elasticsearch: a person finds exactly what the policies permit them to find. */
class JudgedWorldsTest {

  @Test
  void inEveryWorldTheIndexFindsWhatADecisionPermitsAndNothingElse() {
    List<JudgedWorld> worlds = JudgedWorld.all();
    assertThat(worlds).hasSizeGreaterThanOrEqualTo(20);
    TestIndex index = new TestIndex();
    Generation generation = index.generations.open();
    worlds.forEach(world -> write(index, generation, world.versions()));
    for (JudgedWorld world : worlds) {
      List<String> own = texts(world.versions().stream().map(VersionLabels::version).toList());
      assertThat(index.find(FilterQuery.of(world.filter())).stream().filter(own::contains))
          .as("seed %d", world.seed())
          .containsExactlyInAnyOrderElementsOf(texts(world.permitted()));
    }
  }

  private static void write(TestIndex index, Generation generation, List<VersionLabels> versions) {
    Map<CaseId, List<Change>> byCase =
        versions.stream()
            .collect(
                Collectors.groupingBy(
                    VersionLabels::caseId,
                    Collectors.mapping(JudgedWorldsTest::change, Collectors.toList())));
    byCase.forEach((caseId, changes) -> index.writer.write(generation, caseId, changes, 1));
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

  private static List<String> texts(Collection<VersionId> versions) {
    return versions.stream().map(VersionId::toString).toList();
  }
}
