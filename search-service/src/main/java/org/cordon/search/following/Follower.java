package org.cordon.search.following;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.LabelChanges;
import org.cordon.platform.problems.Problem;
import org.cordon.search.index.Generation;
import org.cordon.search.index.Generations;
import org.cordon.search.index.Positions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one generation up to date with both feeds. Each feed is waited on by a thread of its own;
 * changes are applied one batch at a time, so that of two readings of a version the later is
 * written later. Positions are remembered after their batch is durable: whatever stops the process,
 * the next one begins there and comes to the same index.
 */
public final class Follower {
  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
  private static final int LIMIT = 500;
  private static final Duration WAIT = Duration.ofSeconds(20);

  /** A feed that does not wait, as asked, must not be asked without rest. */
  private static final Duration TOO_SOON = Duration.ofMillis(200);

  private final Generation generation;
  private final EvidenceClient evidence;
  private final AccessClient access;
  private final Applier applier;
  private final Generations generations;
  private final Clock clock;
  private final ReentrantLock applying = new ReentrantLock();
  private volatile boolean running;
  private volatile boolean stopped;
  private List<Thread> threads = List.of();
  private Positions positions;
  private long reading;

  Follower(
      Generation generation,
      EvidenceClient evidence,
      AccessClient access,
      Applier applier,
      Generations generations,
      Clock clock) {
    this.generation = generation;
    this.evidence = evidence;
    this.access = access;
    this.applier = applier;
    this.generations = generations;
    this.clock = clock;
    generations.refresh(generation);
    this.positions = generations.positions(generation);
    this.reading = generations.lastReading(generation);
  }

  /** The generation that it keeps up to date. */
  public Generation generation() {
    return generation;
  }

  /** Follows both feeds until it is stopped; it cannot be started again after that. */
  public synchronized void start() {
    if (running || stopped) {
      return;
    }
    running = true;
    String name = "follow-" + generation.number();
    threads =
        List.of(
            Thread.ofVirtual().name(name + "-evidence").start(() -> follow(this::pollEvidence)),
            Thread.ofVirtual().name(name + "-labels").start(() -> follow(this::pollLabels)));
  }

  /** Stops following; a batch under way is given up or finished, and either is well. */
  public synchronized void stop() {
    stopped = true;
    running = false;
    threads.forEach(Thread::interrupt);
    threads = List.of();
  }

  /**
   * Applies what both feeds hold now, without waiting for more.
   *
   * @return how far that was
   * @throws Problem UNAVAILABLE when a feed or the index does not answer
   */
  public Positions catchUp() {
    Positions before;
    do {
      before = positions();
      pollEvidence(Duration.ZERO);
      pollLabels(Duration.ZERO);
    } while (!positions().equals(before));
    return before;
  }

  /** Runs something while nothing is applied to this generation. */
  public void whileAtRest(Runnable action) {
    applying.lock();
    try {
      action.run();
    } finally {
      applying.unlock();
    }
  }

  /** How far it has come. */
  public Positions positions() {
    applying.lock();
    try {
      return positions;
    } finally {
      applying.unlock();
    }
  }

  /** One way of waiting for changes and applying them; says whether there were any. */
  @FunctionalInterface
  private interface Poll {
    boolean poll(Duration wait);
  }

  private void follow(Poll feed) {
    Backoff backoff = new Backoff();
    while (running) {
      try {
        long began = System.nanoTime();
        boolean moved = feed.poll(WAIT);
        backoff.reset();
        if (!moved && System.nanoTime() - began < TOO_SOON.toNanos()) {
          Thread.sleep(TOO_SOON);
        }
      } catch (InterruptedException stopping) {
        return;
      } catch (RuntimeException failure) {
        if (running && backoff.isFresh()) {
          report(failure);
        }
        if (!pause(backoff)) {
          return;
        }
      }
    }
  }

  private static void report(RuntimeException failure) {
    if (failure instanceof Problem) {
      LOG.warn("a feed or the index does not answer; trying again");
    } else {
      LOG.error("changes could not be applied; trying again", failure);
    }
  }

  private static boolean pause(Backoff backoff) {
    try {
      backoff.pause();
      return true;
    } catch (InterruptedException stopped) {
      return false;
    }
  }

  private boolean pollEvidence(Duration wait) {
    long after = positions().evidence();
    EvidenceChanges changes = evidence.changes(after, LIMIT, wait);
    if (changes.position() <= after) {
      return false;
    }
    apply(() -> {
      applier.applyEvidence(generation, changes.changes(), reading);
      return positions.withEvidence(changes.position());
    });
    return true;
  }

  private boolean pollLabels(Duration wait) {
    long after = positions().labels();
    LabelChanges changes = access.labelChanges(after, LIMIT, wait);
    if (changes.position() <= after) {
      return false;
    }
    apply(() -> {
      applier.applyLabels(generation, changes.changes(), reading);
      return positions.withLabels(changes.position());
    });
    return true;
  }

  private void apply(Supplier<Positions> batch) {
    applying.lock();
    try {
      if (stopped) {
        return;
      }
      reading = Math.max(reading + 1, ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
      Positions reached = batch.get();
      generations.record(generation, reached, reading);
      positions = reached;
    } finally {
      applying.unlock();
    }
  }
}
