package org.cordon.evidence;

import java.io.InputStream;
import java.util.Random;

/** Bytes that do not compress, made as they are read; the same for the same size. */
public final class GeneratedInput extends InputStream {
  private final Random random;
  private long left;

  public GeneratedInput(long size) {
    this.left = size;
    this.random = new Random(size);
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    if (left == 0) {
      return -1;
    }
    int n = (int) Math.min(length, left);
    byte[] some = new byte[n];
    random.nextBytes(some);
    System.arraycopy(some, 0, bytes, offset, n);
    left -= n;
    return n;
  }
}
