package org.cordon.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import co.elastic.clients.elasticsearch._types.Refresh;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;
import org.cordon.search.index.IndexWriter.Change;
import org.cordon.search.testing.Await;
import org.cordon.search.testing.World;
import org.junit.jupiter.api.Test;

class TracesTest {
  private final TestIndex index = new TestIndex();
  private final Generation generation = index.generations.open();
  private final CaseId caseId = CaseId.create();

  private void write(String text, VersionLabels labels, long reading) {
    VersionContent content =
        World.content(labels.version(), labels.item(), labels.number(), "Note", text, null);
    index.writer.write(
        generation,
        caseId,
        List.of(
            new Change(
                labels.version(),
                Optional.of(new IndexedVersion(content, labels)),
                index.writer.known(generation, caseId, List.of(labels.version())).stream()
                    .findFirst())),
        reading);
  }

  private VersionLabels common() {
    return VersionLabels.common(VersionId.create(), ItemId.create(), 1, caseId);
  }

  private static VersionLabels delicate(VersionLabels labels) {
    return new VersionLabels(
        labels.version(),
        labels.item(),
        labels.number(),
        labels.caseId(),
        labels.kind(),
        Set.of(),
        Set.of(),
        true,
        false,
        Set.of(),
        Set.of(),
        Set.of(),
        false);
  }

  @Test
  void aCaseIsMarkedWhenSomethingLeavesItsCommonIndexAndNotBefore() {
    VersionLabels labels = common();
    write("first", labels, 1);
    write("second", common(), 2);
    write("third", delicate(common()), 3);
    assertThat(index.generations.serving().withTraces()).isEmpty();

    write("first", delicate(labels), 4);

    assertThat(index.generations.serving().withTraces()).containsExactly(caseId);
    assertThat(new TestIndex(index.properties).generations.serving().withTraces())
        .as("another process knows too")
        .containsExactly(caseId);
  }

  @Test
  void aProcessThatEndedBeforeItMarkedIsFoundOutByTheNext() {
    VersionLabels labels = common();
    write("first", labels, 1);
    write("second", common(), 2);
    String common = index.names.documents(generation, caseId, Layer.COMMON);
    index.elasticsearch.call(client ->
        client.delete(
            delete -> delete.index(common).id(labels.version().toString()).refresh(Refresh.True)));

    TestIndex next = new TestIndex(index.properties);
    next.traces.inspect(next.generations.open());

    assertThat(next.generations.serving().withTraces()).containsExactly(caseId);
  }

  @Test
  void aMarkedCaseIsScoredAgainWhenElasticsearchHasMergedTheTracesAway() {
    assumeTrue(Boolean.getBoolean("cordon.all"), "takes half a minute or more");
    VersionLabels labels = common();
    write("first", labels, 1);
    write("second", common(), 2);
    write("first", delicate(labels), 3);

    Await.until(
        "nothing is marked any more",
        () -> {
          index.traces.sweep(generation);
          return index.generations.serving().withTraces().isEmpty();
        });
  }
}
