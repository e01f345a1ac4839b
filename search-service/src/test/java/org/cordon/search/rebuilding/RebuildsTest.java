package org.cordon.search.rebuilding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.cordon.platform.access.Filter;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.security.ServiceTokens;
import org.cordon.search.following.Followers;
import org.cordon.search.following.TestFollowers;
import org.cordon.search.index.Generation;
import org.cordon.search.index.TestIndex;
import org.cordon.search.index.VersionContent;
import org.cordon.search.testing.Await;
import org.cordon.search.testing.Client;
import org.cordon.search.testing.Client.Answer;
import org.cordon.search.testing.SearchServiceTest;
import org.cordon.search.testing.Surroundings;
import org.cordon.search.testing.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SearchServiceTest
class RebuildsTest {
  private static final int DOCUMENTS = 40;

  private final World world = Surroundings.WORLD;
  private final PersonId reviewer = PersonId.create();
  private final CaseId caseId = CaseId.create();
  @LocalServerPort int port;
  @Autowired ServiceTokens tokens;
  private Client client;

  @BeforeEach
  void fill() {
    client = new Client(port);
    world.permit(reviewer, Filter.everything(), Set.of(caseId), Set.of(caseId));
    for (int i = 0; i < DOCUMENTS; i++) {
      add(world);
    }
    client.awaitIndexed();
  }

  private void add(World world) {
    VersionContent content = World.document("Rebuilt", "rebuilt while searching");
    world.add(content, VersionLabels.common(content.version(), content.item(), 1, caseId));
  }

  @Test
  void searchesGoOnAndNeverShowLessWhileTheIndexIsRebuiltAndGrows() {
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger least = new AtomicInteger(Integer.MAX_VALUE);
    AtomicInteger failures = new AtomicInteger();
    Thread searcher =
        Thread.ofVirtual()
            .start(() -> {
              int known = 0;
              while (!done.get()) {
                Answer answer = client.search(reviewer, "q", "rebuilt", "limit", "1");
                if (answer.status() != 200) {
                  failures.incrementAndGet();
                  continue;
                }
                int total = answer.json().get("total").asInt();
                least.accumulateAndGet(total, Math::min);
                if (total < known) {
                  failures.incrementAndGet();
                }
                known = total;
              }
            });

    assertThat(client.send("POST", "/internal/rebuild", Client.service()).status()).isEqualTo(202);
    for (int i = 0; i < 10; i++) {
      add(world);
    }
    Await.until("the rebuild is done", () -> !client.positions().get("rebuilding").asBoolean());
    for (int i = 0; i < 5; i++) {
      add(world);
    }
    client.awaitIndexed();
    done.set(true);
    join(searcher);

    assertThat(failures).hasValue(0);
    assertThat(least.get()).isGreaterThanOrEqualTo(DOCUMENTS);
    assertThat(client.search(reviewer, "q", "rebuilt").json().get("total").asInt())
        .isEqualTo(DOCUMENTS + 15);
  }

  @Test
  void aRebuildThatWasCutOffIsFinishedByTheNextProcessAndTheOldIndicesGo() {
    World own = new World();
    for (int i = 0; i < DOCUMENTS; i++) {
      add(own);
    }
    TestIndex index = new TestIndex();
    Generation first = index.generations.open();
    Followers followers = new TestFollowers(own, tokens).of(index);
    followers.of(first).catchUp();
    Generation second = index.generations.begin();
    followers.of(second).catchUp();
    assertThat(index.generations.serves(first)).isTrue();
    assertThat(index.generations.building()).contains(second);

    Rebuilds next = new Rebuilds(index.generations, index.traces, followers, Duration.ofMillis(50));
    next.start();
    try {
      Await.until("the second serves", () -> index.generations.serves(second));
      Await.until("the first is gone", () -> index.documents(first).isEmpty());
      assertThat(index.generations.open()).isEqualTo(second);
      assertThat(index.generations.building()).isEmpty();
      assertThat(index.documents(second)).hasSize(DOCUMENTS);
      assertThat(index.generations.documents()).isEqualTo(DOCUMENTS);
    } finally {
      next.stop();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
