package org.cordon.platform.feed;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Events in an order that never changes and has no gaps. A writer appends an event's id in its own
 * transaction; once that has committed, a single sequencer (whichever instance holds the advisory
 * lock) gives it the next position. A position taken from a sequence inside the transaction would
 * let a late committer slip in behind a reader; this cannot.
 *
 * <p>A feed named {@code x} needs two tables:
 *
 * <pre>{@code
 * create table x_pending (id uuid primary key);
 * create table x_positions (position bigint primary key, id uuid not null unique);
 * }</pre>
 *
 * and the service's database role needs select, insert and delete on the first, select and insert
 * on the second.
 *
 * <p>As a bean it stops before the web server does: readers who wait are answered at once, so that
 * the end of a service need not wait for them. Positions are given until it is closed.
 */
public final class Feed implements SmartLifecycle, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
  private static final Pattern NAME = Pattern.compile("[a-z_]{1,40}");
  private static final long LOOK_AGAIN_MILLIS = 250;
  private static final Duration STOPPING = Duration.ofSeconds(5);
  private static final int AT_ONCE = 5_000;

  private final String name;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final Semaphore appended = new Semaphore(1);
  private volatile boolean closed;
  private volatile boolean waits = true;
  private final Thread sequencer;

  /** One event and the position it was given. */
  public record Placed(long position, UUID id) {}

  /**
   * Starts following the feed's pending events.
   *
   * @param name lower-case letters and underscores; the tables' prefix
   */
  public Feed(String name, JdbcClient jdbc, TransactionTemplate transactions) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a feed is named in lower-case letters");
    }
    this.name = name;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.sequencer = Thread.ofVirtual().name("feed-" + name).start(this::follow);
  }

  /** Adds an event as part of the running transaction; it gets its position after the commit. */
  public void append(UUID id) {
    append(List.of(id));
  }

  /** The same for several events, with one statement. */
  public void append(Collection<UUID> ids) {
    jdbc.sql(
            "insert into "
                + name
                + "_pending (id) select cast(id as uuid) from unnest(cast(:ids as text[])) as t (id)")
        .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
        .update();
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              wake();
            }
          });
    } else {
      wake();
    }
  }

  /** The newest position given, 0 when there is none. */
  public long newest() {
    return jdbc.sql("select coalesce(max(position), 0) from " + name + "_positions")
        .query(Long.class)
        .single();
  }

  /** Events after a position, oldest first, at most {@code limit}. */
  public List<Placed> after(long position, int limit) {
    return jdbc.sql(
            "select position, id from "
                + name
                + "_positions where position > :after order by position limit :limit")
        .param("after", position)
        .param("limit", limit)
        .query((row, _) -> new Placed(row.getLong(1), row.getObject(2, UUID.class)))
        .list();
  }

  /**
   * The same, but waits up to {@code wait} for the first such event (long poll), or until the
   * service ends.
   */
  public List<Placed> after(long position, int limit, Duration wait) throws InterruptedException {
    long end = System.nanoTime() + wait.toNanos();
    while (true) {
      List<Placed> placed = after(position, limit);
      long left = end - System.nanoTime();
      if (!placed.isEmpty() || left <= 0 || !waits || closed) {
        return placed;
      }
      lock.lock();
      try {
        moved.awaitNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(LOOK_AGAIN_MILLIS)));
      } finally {
        lock.unlock();
      }
    }
  }

  /** Gives positions to what has committed since; returns how many it placed. */
  int place() {
    Integer placed =
        transactions.execute(_ -> {
          boolean alone =
              jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:name, 0))")
                  .param("name", "cordon-feed-" + name)
                  .query(Boolean.class)
                  .single();
          return alone ? placePending() : 0;
        });
    return placed == null ? 0 : placed;
  }

  private int placePending() {
    return jdbc.sql(
            """
            with taken as (
              delete from %1$s_pending where id in
                (select id from %1$s_pending order by id limit %2$d)
              returning id),
            newest as (select coalesce(max(position), 0) as position from %1$s_positions)
            insert into %1$s_positions (position, id)
            select newest.position + row_number() over (order by taken.id), taken.id
            from taken, newest
            """
                .formatted(name, AT_ONCE))
        .update();
  }

  private void wake() {
    appended.release();
  }

  private void follow() {
    while (!closed) {
      try {
        awaitWork();
        while (!closed && place() > 0) {
          tellWaiting();
        }
      } catch (InterruptedException stop) {
        return;
      } catch (DataAccessException | TransactionException notNow) {
        LOG.warn("feed {} could not be sequenced: {}", name, notNow.getClass().getSimpleName());
      }
    }
  }

  /** Waits for an append here; looks by itself now and then, for appends of other instances. */
  private void awaitWork() throws InterruptedException {
    if (appended.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
      appended.drainPermits();
    }
  }

  private void tellWaiting() {
    lock.lock();
    try {
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Readers may wait again. */
  @Override
  public void start() {
    waits = true;
  }

  /** Nobody waits any more; the sequencer goes on for what still commits. */
  @Override
  public void stop() {
    waits = false;
    tellWaiting();
  }

  @Override
  public boolean isRunning() {
    return waits && !closed;
  }

  /** Ends the sequencer after what it is doing now. */
  @Override
  public void close() {
    closed = true;
    stop();
    wake();
    try {
      sequencer.join(STOPPING);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
