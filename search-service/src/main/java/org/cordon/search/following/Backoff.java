package org.cordon.search.following;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait after a failure: a quarter of a second, then twice as long each time, to 10 s.
 */
public final class Backoff {
  private static final long FIRST = 250;
  private static final long LONGEST = 10_000;

  private long next = FIRST;

  /** It went well. */
  public void reset() {
    next = FIRST;
  }

  /** Whether the failure that follows is the first of a row. */
  public boolean isFresh() {
    return next == FIRST;
  }

  /** Waits, and a little at random so that not everyone comes back at once. */
  public void pause() throws InterruptedException {
    Thread.sleep(Duration.ofMillis(next / 2 + ThreadLocalRandom.current().nextLong(next / 2 + 1)));
    next = Math.min(next * 2, LONGEST);
  }
}
