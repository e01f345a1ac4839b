package org.cordon.search.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.ServiceTokens;
import org.cordon.search.index.Generation;
import org.cordon.search.index.IndexWriter.Change;
import org.cordon.search.index.IndexedVersion;
import org.cordon.search.index.Positions;
import org.cordon.search.index.TestIndex;
import org.cordon.search.index.VersionContent;
import org.cordon.search.testing.SearchServiceTest;
import org.cordon.search.testing.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SearchServiceTest
class FollowerTest {
  private final World world = new World();
  private final List<VersionContent> contents = new ArrayList<>();
  @Autowired ServiceTokens tokens;
  private TestFollowers followers;

  @BeforeEach
  void fill() {
    followers = new TestFollowers(world, tokens);
    for (int i = 0; i < 2; i++) {
      CaseId caseId = CaseId.create();
      for (int j = 0; j < 12; j++) {
        VersionContent content = World.document("Note " + j, "words of note " + j);
        VersionLabels common = VersionLabels.common(content.version(), content.item(), 1, caseId);
        world.add(content, common);
        if (j % 4 == 0) {
          world.label(accountOf(common));
        }
        contents.add(content);
      }
    }
  }

  private static VersionLabels accountOf(VersionLabels labels) {
    return new VersionLabels(
        labels.version(),
        labels.item(),
        labels.number(),
        labels.caseId(),
        ItemKind.CONVERSATION_RECORD,
        Set.of(PersonId.create()),
        Set.of(),
        false,
        false,
        Set.of(),
        Set.of(),
        Set.of(),
        false);
  }

  private Map<String, String> undisturbed() {
    TestIndex index = new TestIndex();
    Generation generation = index.generations.open();
    followers.of(index).of(generation).catchUp();
    return index.documents(generation);
  }

  @Test
  void stoppedInTheMiddleOfABatchTheNextProcessComesToTheSameIndex() {
    TestIndex index = new TestIndex();
    Generation generation = index.generations.open();
    VersionId late = contents.get(20).version();
    world.failFor(late::equals);
    Follower killed = followers.of(index).of(generation);

    assertThatThrownBy(killed::catchUp).isInstanceOf(Problem.class);
    assertThat(index.generations.positions(generation).evidence())
        .isLessThan(world.evidencePosition());
    world.failFor(version -> false);
    followers.of(index).of(generation).catchUp();

    assertThat(index.documents(generation)).isEqualTo(undisturbed());
    assertThat(index.generations.positions(generation))
        .isEqualTo(new Positions(world.evidencePosition(), world.labelPosition()));
  }

  @Test
  void everythingReplayedFromZeroChangesNothing() {
    TestIndex index = new TestIndex();
    Generation generation = index.generations.open();
    followers.of(index).of(generation).catchUp();
    Map<String, String> before = index.documents(generation);
    index.generations.record(generation, Positions.ZERO, 0);

    followers.of(index).of(generation).catchUp();

    assertThat(index.documents(generation)).isEqualTo(before).isEqualTo(undisturbed());
  }

  @Test
  void aWriteThatArrivesLateLosesAgainstWhatWasReadAfterIt() {
    TestIndex index = new TestIndex();
    Generation generation = index.generations.open();
    VersionContent content = contents.getFirst();
    CaseId caseId = CaseId.create();
    VersionLabels common = VersionLabels.common(content.version(), content.item(), 1, caseId);
    IndexedVersion old = new IndexedVersion(content, common);
    IndexedVersion walled = new IndexedVersion(content, accountOf(common));
    index.writer.write(generation, caseId, List.of(arriving(old)), 10);
    index.writer.write(
        generation,
        caseId,
        List.of(
            new Change(
                content.version(),
                Optional.of(walled),
                index.writer.known(generation, caseId, List.of(content.version())).stream()
                    .findFirst())),
        20);
    Map<String, String> before = index.documents(generation);

    index.writer.write(generation, caseId, List.of(arriving(old)), 15);

    assertThat(before).hasSize(1);
    assertThat(index.documents(generation)).isEqualTo(before);
  }

  private static Change arriving(IndexedVersion version) {
    return new Change(version.content().version(), Optional.of(version), Optional.empty());
  }

  @Test
  void whatBothServicesForgetLeavesTheIndex() {
    TestIndex index = new TestIndex();
    Generation generation = index.generations.open();
    followers.of(index).of(generation).catchUp();
    String gone = contents.get(1).version().toString();
    assertThat(index.documents(generation)).containsKey(gone);

    world.remove(contents.get(1).version());
    followers.of(index).of(generation).catchUp();

    assertThat(index.documents(generation)).doesNotContainKey(gone);
  }
}
