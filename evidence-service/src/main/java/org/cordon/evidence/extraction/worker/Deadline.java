package org.cordon.evidence.extraction.worker;

import java.util.concurrent.TimeUnit;

/**
 * Ends this process when a file has taken much too long: the service that should have ended it may
 * be gone.
 */
final class Deadline implements Runnable {
  private static final int GRACE_SECONDS = 10;
  private static final int STATUS = 4;

  private volatile long end = Long.MAX_VALUE;

  private Deadline() {}

  static Deadline start() {
    Deadline deadline = new Deadline();
    Thread.ofPlatform().daemon().name("deadline").start(deadline);
    return deadline;
  }

  void set(int seconds) {
    end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds + (long) GRACE_SECONDS);
  }

  void clear() {
    end = Long.MAX_VALUE;
  }

  @Override
  public void run() {
    try {
      while (true) {
        long due = end;
        if (due != Long.MAX_VALUE && System.nanoTime() - due > 0) {
          Runtime.getRuntime().halt(STATUS);
        }
        TimeUnit.MILLISECONDS.sleep(500);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
