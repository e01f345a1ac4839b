package org.cordon.search.rebuilding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cordon.platform.access.Filter;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.ServiceTokens;
import org.cordon.search.following.Followers;
import org.cordon.search.following.TestFollowers;
import org.cordon.search.index.Generation;
import org.cordon.search.index.Positions;
import org.cordon.search.index.TestIndex;
import org.cordon.search.index.VersionContent;
import org.cordon.search.searching.TestSearches;
import org.cordon.search.testing.Await;
import org.cordon.search.testing.SearchServiceTest;
import org.cordon.search.testing.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SearchServiceTest
class RebuildsTest {
  private static final int DOCUMENTS = 40;

  private final World world = new World();
  private final TestIndex index = new TestIndex();
  private final PersonId reviewer = PersonId.create();
  private final CaseId caseId = CaseId.create();
  @Autowired ServiceTokens tokens;
  private TestSearches searches;
  private Followers followers;
  private Rebuilds rebuilds;

  @BeforeEach
  void fill() {
    world.permit(reviewer, Filter.everything(), Set.of(caseId), Set.of(caseId));
    for (int i = 0; i < DOCUMENTS; i++) {
      add();
    }
    TestFollowers neighbours = new TestFollowers(world, tokens);
    followers = neighbours.of(index);
    searches = new TestSearches(index, neighbours.access());
    rebuilds = new Rebuilds(index.generations, index.traces, followers, Duration.ofMillis(200));
  }

  @AfterEach
  void stop() {
    rebuilds.stop();
  }

  private void add() {
    VersionContent content = World.document("Rebuilt", "rebuilt while searching");
    world.add(content, VersionLabels.common(content.version(), content.item(), 1, caseId));
  }

  private boolean hasEverything() {
    return index.generations.isOpen()
        && index
            .generations
            .serving()
            .positions()
            .equals(new Positions(world.evidencePosition(), world.labelPosition()));
  }

  @Test
  void searchesGoOnAndNeverShowLessWhileTheIndexIsRebuiltAndGrows() throws Exception {
    rebuilds.start();
    Await.until("the index is there", this::hasEverything);
    Generation first = index.generations.open();
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Long> searching =
        CompletableFuture.supplyAsync(() -> searchWithoutLoss(done));

    rebuilds.begin();
    for (int i = 0; i < 10; i++) {
      add();
    }
    Await.until("the next serves", () -> index.generations.serves(first.next()));
    for (int i = 0; i < 5; i++) {
      add();
    }
    Await.until("the old is gone", () -> index.documents(first).isEmpty());
    Await.until("the index has the rest", this::hasEverything);
    done.set(true);

    assertThat(searching.get()).as("searches made meanwhile").isGreaterThan(3);
    assertThat(searches.total(reviewer, "rebuilt")).isEqualTo(DOCUMENTS + 15);
    assertThat(index.generations.building()).isEmpty();
  }

  private long searchWithoutLoss(AtomicBoolean done) {
    long known = DOCUMENTS;
    long searched = 0;
    while (!done.get()) {
      long total = searches.total(reviewer, "rebuilt");
      assertThat(total).as("no search shows less than one before").isGreaterThanOrEqualTo(known);
      known = total;
      searched++;
    }
    return searched;
  }

  @Test
  void aRebuildThatWasCutOffIsFinishedByTheNextProcessAndTheOldIndicesGo() {
    Generation first = index.generations.open();
    followers.of(first).catchUp();
    Generation second = index.generations.begin();
    followers.of(second).catchUp();
    assertThat(index.generations.serves(first)).isTrue();
    assertThat(index.generations.building()).contains(second);
    assertThat(index.generations.begin()).as("one rebuild at a time").isEqualTo(second);

    rebuilds.start();

    Await.until("the second serves", () -> index.generations.serves(second));
    Await.until("the first is gone", () -> isGone(first));
    assertThat(index.generations.open()).isEqualTo(second);
    assertThat(index.generations.building()).isEmpty();
    assertThat(index.documents(second)).hasSize(DOCUMENTS);
    assertThat(index.generations.documents()).isEqualTo(DOCUMENTS);
  }

  /** While its indices are being removed, a search in them may fail. */
  private boolean isGone(Generation generation) {
    try {
      return index.documents(generation).isEmpty();
    } catch (Problem whileTheyGo) {
      return false;
    }
  }
}
