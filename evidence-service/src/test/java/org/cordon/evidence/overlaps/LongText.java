package org.cordon.evidence.overlaps;

import java.io.IOException;
import java.io.Reader;
import org.cordon.evidence.objects.KeyedHash;

/** The process with the small heap: a text of 100 MB in, fingerprints out. */
final class LongText {
  private static final long SIZE = 100L * 1024 * 1024;

  private LongText() {}

  public static void main(String[] arguments) throws IOException {
    long[] counted = new long[1];
    ReadWords.fingerprints(
        arguments[0].equals("words") ? new Generated(6) : new Generated(Integer.MAX_VALUE),
        KeyedHash.of(new byte[KeyedHash.KEY_BYTES]),
        _ -> counted[0]++);
    if (counted[0] < 1000) {
      throw new AssertionError("only " + counted[0] + " fingerprints");
    }
  }

  /** Letters that never repeat for long, with a blank after so many. */
  private static final class Generated extends Reader {
    private final int wordLength;
    private long at;
    private long state = 1;

    Generated(int wordLength) {
      this.wordLength = wordLength;
    }

    @Override
    public int read(char[] into, int offset, int length) {
      if (at >= SIZE) {
        return -1;
      }
      for (int i = 0; i < length; i++) {
        state = state * 6364136223846793005L + 1442695040888963407L;
        into[offset + i] = at % wordLength == wordLength - 1 ? ' ' : (char) ('a' + (state >>> 60));
        at++;
      }
      return length;
    }

    @Override
    public void close() {}
  }
}
