package org.cordon.evidence.objects;

import java.io.IOException;
import java.io.InputStream;
import org.cordon.platform.problems.IntegrityFailure;
import org.jspecify.annotations.Nullable;

/**
 * Decrypted content that is checked against its recorded size and hash. It reads one chunk ahead
 * and lets the last chunk go only when both agree, so a reader of something altered never sees a
 * whole file; the first chunk is authenticated before the constructor returns.
 */
final class VerifiedInput extends BlockInput {
  private static final int CHUNK = 64 * 1024;

  private final ObjectName name;
  private final StoredContent expected;
  private final MeasuredInput ciphertext;
  private final MeasuredInput plain;
  private byte[] current = new byte[CHUNK];
  private byte[] next = new byte[CHUNK];
  private int position;
  private int currentLength;
  private int nextLength;

  VerifiedInput(
      ObjectName name, StoredContent expected, MeasuredInput ciphertext, InputStream plain)
      throws IOException {
    this.name = name;
    this.expected = expected;
    this.ciphertext = ciphertext;
    this.plain = new MeasuredInput(plain);
    this.nextLength = readChunk(next);
    advance();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (position == currentLength) {
      advance();
    }
    if (currentLength == 0) {
      return -1;
    }
    int n = Math.min(length, currentLength - position);
    System.arraycopy(current, position, bytes, offset, n);
    position += n;
    return n;
  }

  private void advance() throws IOException {
    byte[] used = current;
    current = next;
    currentLength = nextLength;
    position = 0;
    next = used;
    if (currentLength > 0) {
      nextLength = readChunk(next);
    }
  }

  /** Fills the chunk; 0 at the end, and then only when size and hash are as recorded. */
  private int readChunk(byte[] chunk) throws IOException {
    int filled = 0;
    while (filled < chunk.length) {
      int n = readAuthenticated(chunk, filled);
      if (n < 0) {
        break;
      }
      filled += n;
    }
    if (plain.size() > expected.size()) {
      throw altered(null);
    }
    if (filled < chunk.length && !ended) {
      ended = true;
      if (plain.size() != expected.size() || !plain.sha256Hex().equals(expected.sha256())) {
        throw altered(null);
      }
    }
    return filled;
  }

  private boolean ended;

  private int readAuthenticated(byte[] chunk, int filled) throws IOException {
    if (ended) {
      return -1;
    }
    try {
      return plain.read(chunk, filled, chunk.length - filled);
    } catch (IOException e) {
      // The store went away: that says nothing about the content. Anything else is a failed check.
      ciphertext.rethrowFailure();
      throw altered(e);
    }
  }

  private IntegrityFailure altered(@Nullable Exception cause) {
    String message =
        "the stored content of version " + name.version() + " is not what was received";
    return cause == null ? new IntegrityFailure(message) : new IntegrityFailure(message, cause);
  }

  @Override
  public void close() throws IOException {
    // The ciphertext alone: closing a decrypting stream early may read on.
    ciphertext.close();
  }
}
