package org.cordon.stack.processes;

import java.time.Duration;

/** The wait between two looks at a condition that has a limit of its own. */
public final class Pause {
  private Pause() {}

  public static void briefly() {
    of(Duration.ofMillis(100));
  }

  public static void of(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting", e);
    }
  }
}
