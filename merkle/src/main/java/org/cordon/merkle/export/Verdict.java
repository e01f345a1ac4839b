package org.cordon.merkle.export;

import org.cordon.merkle.Hash;

/** What the check of a file came to. */
sealed interface Verdict {

  /**
   * Every entry is what was signed.
   *
   * @param entries how many
   * @param size of the newest checkpoint
   * @param root of the newest checkpoint
   * @param checkpoints how many signed checkpoints of the file fit
   * @param kept how many of those kept elsewhere fit
   */
  record Verified(long entries, long size, Hash root, long checkpoints, int kept)
      implements Verdict {}

  /**
   * Something is not what was signed. The first bad entry stands at {@code first}, or if nothing in
   * the file can tell it exactly, at one of the positions from {@code first} to {@code last}.
   */
  record Refuted(long first, long last, String reason) implements Verdict {
    static Refuted at(long position, String reason) {
      return new Refuted(position, position, reason);
    }
  }

  /** A checkpoint that was to be compared cannot be with what this file holds. */
  record Incomparable(String reason) implements Verdict {}
}
