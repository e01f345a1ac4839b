package org.cordon.evidence.overlaps;

import java.util.function.LongConsumer;

/**
 * Robust winnowing (Schleimer, Wilkerson and Aiken, 2003): of every {@value #WINDOW} hashes in a
 * row at least one is chosen, and which one depends on the hashes alone. Of fewer, all are.
 */
final class Winnowing {
  /** With runs of six words, every shared run of nine holds a chosen hash. */
  static final int WINDOW = 4;

  private final LongConsumer to;
  private final long[] window = new long[WINDOW];
  private long seen;
  private long chosen = -1;

  Winnowing(LongConsumer to) {
    this.to = to;
  }

  /** The next hash. */
  void add(long hash) {
    window[(int) (seen % WINDOW)] = hash;
    seen++;
    if (seen >= WINDOW) {
      choose();
    }
  }

  /** No more will come. */
  void end() {
    if (seen < WINDOW) {
      for (int i = 0; i < seen; i++) {
        to.accept(window[i]);
      }
    }
  }

  /** The least of the window: the one chosen before when it still is, else the last of equals. */
  private void choose() {
    long least = seen - 1;
    for (long at = seen - 2; at >= seen - WINDOW; at--) {
      if (value(at) < value(least)) {
        least = at;
      }
    }
    boolean stands = chosen >= seen - WINDOW && value(chosen) == value(least);
    if (!stands) {
      chosen = least;
      to.accept(value(least));
    }
  }

  private long value(long at) {
    return window[(int) (at % WINDOW)];
  }
}
