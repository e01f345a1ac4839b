package org.cordon.platform.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.cordon.platform.ids.Uuids;
import org.cordon.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

class FeedTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final TestDatabase database = TestDatabase.fresh("feed");
  private final List<Feed> feeds = new ArrayList<>();

  @BeforeEach
  void makeTables() {
    database.owner().sql("create table news_pending (id uuid primary key)").update();
    database
        .owner()
        .sql("create table news_positions (position bigint primary key, id uuid not null unique)")
        .update();
  }

  @AfterEach
  void stop() {
    feeds.forEach(Feed::close);
  }

  @Test
  void anEventGetsThePositionAfterTheLast() throws Exception {
    Feed feed = feed();
    UUID first = Uuids.timeOrdered();
    UUID second = Uuids.timeOrdered();

    append(feed, first);
    assertThat(feed.after(0, 10, LIMIT)).containsExactly(new Feed.Placed(1, first));
    append(feed, second);
    assertThat(feed.after(1, 10, LIMIT)).containsExactly(new Feed.Placed(2, second));
    assertThat(feed.newest()).isEqualTo(2);
  }

  @Test
  void aReaderNeverMissesATransactionThatCommitsLate() throws Exception {
    Feed feed = feed();
    UUID early = Uuids.timeOrdered();
    UUID late = Uuids.timeOrdered();
    CountDownLatch appended = new CountDownLatch(1);
    CountDownLatch mayCommit = new CountDownLatch(1);

    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      // The older id is appended first and commits last.
      CompletableFuture<Void> open =
          CompletableFuture.runAsync(
              () ->
                  database
                      .transactions()
                      .executeWithoutResult(_ -> {
                        feed.append(early);
                        appended.countDown();
                        await(mayCommit);
                      }),
              executor);
      await(appended);
      append(feed, late);

      List<Feed.Placed> before = feed.after(0, 10, LIMIT);
      assertThat(before).extracting(Feed.Placed::id).containsExactly(late);
      mayCommit.countDown();
      open.get(20, TimeUnit.SECONDS);

      assertThat(feed.after(before.getLast().position(), 10, LIMIT))
          .extracting(Feed.Placed::id)
          .containsExactly(early);
    }
  }

  @Test
  void whatIsRolledBackIsNeverSeen() throws Exception {
    Feed feed = feed();
    UUID kept = Uuids.timeOrdered();

    database
        .transactions()
        .executeWithoutResult(status -> {
          feed.append(Uuids.timeOrdered());
          status.setRollbackOnly();
        });
    append(feed, kept);

    assertThat(feed.after(0, 10, LIMIT)).containsExactly(new Feed.Placed(1, kept));
  }

  @Test
  void severalInstancesGivePositionsWithoutGapOrDouble() throws Exception {
    List<Feed> instances = List.of(feed(), feed(), feed());
    List<UUID> all = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService executor = Executors.newFixedThreadPool(12)) {
      for (int i = 0; i < 300; i++) {
        Feed feed = instances.get(i % instances.size());
        executor.execute(() -> {
          UUID id = Uuids.timeOrdered();
          all.add(id);
          append(feed, id);
        });
      }
    }

    List<Feed.Placed> seen = new ArrayList<>();
    while (seen.size() < 300) {
      long after = seen.isEmpty() ? 0 : seen.getLast().position();
      List<Feed.Placed> more = instances.getFirst().after(after, 50, LIMIT);
      assertThat(more).isNotEmpty();
      seen.addAll(more);
    }
    assertThat(seen)
        .extracting(Feed.Placed::position)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 300).boxed().toList());
    assertThat(seen).extracting(Feed.Placed::id).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void waitingEndsWithNothingWhenNothingComes() throws Exception {
    assertThat(feed().after(0, 10, Duration.ofMillis(50))).isEmpty();
  }

  @Test
  void aReaderWhoWaitsIsAnsweredAtOnceWhenTheServiceEnds() throws Exception {
    Feed feed = feed();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<Feed.Placed>> waiting =
          executor.submit(() -> feed.after(0, 10, Duration.ofHours(1)));

      feed.stop();

      assertThat(waiting.get(20, TimeUnit.SECONDS)).isEmpty();
    }
  }

  @Test
  void whatCommitsWhileTheServiceEndsStillGetsItsPosition() throws Exception {
    Feed feed = feed();
    feed.stop();
    UUID last = Uuids.timeOrdered();
    append(feed, last);

    assertThat(feed().after(0, 10, LIMIT)).containsExactly(new Feed.Placed(1, last));
  }

  @Test
  void itStopsBeforeTheWebServerWaitsForItsRequests() {
    assertThat(feed().getPhase())
        .isGreaterThan(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE);
  }

  @Test
  void aFeedIsNotNamedByAnythingButLetters() {
    assertThatThrownBy(() -> new Feed("x; drop table y", database.owner(), database.transactions()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Feed feed() {
    Feed feed = new Feed("news", database.owner(), database.transactions());
    feeds.add(feed);
    return feed;
  }

  private void append(Feed feed, UUID id) {
    database.transactions().executeWithoutResult(_ -> feed.append(id));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
