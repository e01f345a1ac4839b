package org.cordon.search.rebuilding;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.cordon.platform.problems.Problem;
import org.cordon.search.following.Backoff;
import org.cordon.search.following.Follower;
import org.cordon.search.following.Followers;
import org.cordon.search.index.Elasticsearch;
import org.cordon.search.index.Generation;
import org.cordon.search.index.Generations;
import org.cordon.search.index.Traces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the life of the index: opens it when Elasticsearch answers, follows the feeds, rebuilds on
 * request or when the layout has changed. While a new generation is made, the old one serves and
 * keeps up; the new one takes over when it has everything, while the old one is held still.
 */
@Component
public class Rebuilds implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);

  private static final Duration SWEEP = Duration.ofSeconds(5);

  private final Generations generations;
  private final Traces traces;
  private final Followers followers;
  private final Duration grace;
  private final Semaphore requests = new Semaphore(0);
  private volatile boolean running;
  private @Nullable Thread worker;
  private volatile @Nullable Follower serving;

  Rebuilds(
      Generations generations,
      Traces traces,
      Followers followers,
      @Value("${cordon.search.grace:10s}") Duration grace) {
    this.generations = generations;
    this.traces = traces;
    this.followers = followers;
    this.grace = grace;
  }

  /**
   * Begins a rebuild, unless one is under way already.
   *
   * @throws Problem UNAVAILABLE when Elasticsearch does not answer
   */
  public void begin() {
    if (!generations.isOpen()) {
      throw Elasticsearch.unavailable();
    }
    generations.begin();
    requests.release();
  }

  @Override
  public synchronized void start() {
    running = true;
    worker = Thread.ofVirtual().name("index").start(this::run);
  }

  @Override
  public synchronized void stop() {
    running = false;
    if (worker != null) {
      worker.interrupt();
    }
    Follower current = serving;
    if (current != null) {
      current.stop();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** A step that is tried until it is done. */
  @FunctionalInterface
  private interface Step {
    void take() throws InterruptedException;
  }

  private void run() {
    try {
      untilDone(this::open);
      while (running) {
        untilDone(this::rebuildIfBegun);
        awaitRequest();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sweeps now and then, until a rebuild is asked for. */
  private void awaitRequest() throws InterruptedException {
    while (!requests.tryAcquire(SWEEP.toMillis(), TimeUnit.MILLISECONDS)) {
      try {
        generations.current().ifPresent(traces::sweep);
      } catch (Problem unavailable) {
        LOG.debug("not swept", unavailable);
      } catch (RuntimeException failure) {
        LOG.error("the common indices could not be swept", failure);
      }
    }
    requests.drainPermits();
  }

  private void untilDone(Step step) throws InterruptedException {
    Backoff backoff = new Backoff();
    while (running) {
      try {
        step.take();
        return;
      } catch (Problem unavailable) {
        LOG.debug("not yet", unavailable);
      } catch (RuntimeException failure) {
        LOG.error("the index cannot be opened or rebuilt; trying again", failure);
      }
      backoff.pause();
    }
  }

  private void open() {
    Generation generation = generations.open();
    generations.deleteOlder();
    traces.inspect(generation);
    if (generations.isUpToDate(generation)) {
      Follower follower = followers.of(generation);
      follower.start();
      serving = follower;
    } else {
      LOG.info("the index was made with another layout: it serves as it is until it is rebuilt");
      generations.begin();
    }
  }

  private void rebuildIfBegun() throws InterruptedException {
    Generation next = generations.building().orElse(null);
    if (next == null) {
      return;
    }
    LOG.info("rebuilding the index as generation {}", next.number());
    Follower building = followers.of(next);
    building.catchUp();
    Follower old = serving;
    if (old == null) {
      generations.serve(next);
    } else {
      old.whileAtRest(() -> {
        building.catchUp();
        generations.serve(next);
        old.stop();
      });
    }
    building.start();
    serving = building;
    LOG.info("generation {} of the index serves", next.number());
    Thread.sleep(grace);
    generations.deleteOlder();
  }
}
