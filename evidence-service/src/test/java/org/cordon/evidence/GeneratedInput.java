package org.cordon.evidence;

import java.io.InputStream;

/** Bytes that do not compress, made as they are read; the same for the same size. */
public final class GeneratedInput extends InputStream {
  private final long size;
  private long position;

  public GeneratedInput(long size) {
    this.size = size;
  }

  @Override
  public int read() {
    return position == size ? -1 : at(position++) & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    if (position == size) {
      return -1;
    }
    int n = (int) Math.min(length, size - position);
    for (int i = 0; i < n; i++) {
      bytes[offset + i] = at(position++);
    }
    return n;
  }

  /** A byte of a mixed counter (the finaliser of SplitMix64). */
  private byte at(long index) {
    long mixed = (size + index) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    return (byte) (mixed >>> 56);
  }
}
