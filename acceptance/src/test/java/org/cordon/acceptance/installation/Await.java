package org.cordon.acceptance.installation;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.cordon.stack.processes.Pause;

/** Waits for a condition, with a limit. */
public final class Await {
  private static final Duration GLANCE = Duration.ofMillis(150);

  private Await() {}

  /** The value once there is one; fails with {@code what} when the limit has passed. */
  public static <T> T value(Duration limit, String what, Supplier<Optional<T>> look) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      var found = look.get();
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError("After " + limit.toSeconds() + " s still not: " + what);
      }
      Pause.of(GLANCE);
    }
  }

  /** Returns once it is so. */
  public static void until(Duration limit, String what, BooleanSupplier condition) {
    value(limit, what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }
}
