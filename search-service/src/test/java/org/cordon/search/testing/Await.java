package org.cordon.search.testing;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for something that happens beside the test. */
public final class Await {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private Await() {}

  public static void until(String what, Callable<Boolean> condition) {
    long end = System.nanoTime() + LIMIT.toNanos();
    try {
      while (!condition.call()) {
        if (System.nanoTime() > end) {
          throw new AssertionError("not within " + LIMIT + ": " + what);
        }
        Thread.sleep(50);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    } catch (Exception failed) {
      throw new AssertionError(what, failed);
    }
  }
}
