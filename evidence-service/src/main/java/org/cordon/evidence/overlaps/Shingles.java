package org.cordon.evidence.overlaps;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;
import org.cordon.evidence.objects.KeyedHash;

/** The keyed hash of every run of {@value #RUN} words, given as the words come in. */
final class Shingles {
  /** Shorter runs are not compared. */
  static final int RUN = 6;

  private final KeyedHash hash;
  private final LongConsumer to;
  private final long[] last = new long[RUN];
  private final byte[] bytes = new byte[RUN * Long.BYTES];
  private long words;

  Shingles(KeyedHash hash, LongConsumer to) {
    this.hash = hash;
    this.to = to;
  }

  /** The next word; from the sixth on, each ends a run. */
  void add(String word) {
    last[(int) (words % RUN)] = hash.hash(word.getBytes(StandardCharsets.UTF_8));
    words++;
    if (words >= RUN) {
      ByteBuffer run = ByteBuffer.wrap(bytes);
      for (long at = words - RUN; at < words; at++) {
        run.putLong(last[(int) (at % RUN)]);
      }
      to.accept(hash.hash(bytes));
    }
  }
}
