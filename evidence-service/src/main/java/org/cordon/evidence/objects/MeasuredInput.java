package org.cordon.evidence.objects;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Counts and hashes what passes, and remembers why the stream underneath failed, so that a sender
 * who left is told apart from a store that is down.
 */
final class MeasuredInput extends BlockInput {
  private final InputStream in;
  private final MessageDigest digest = sha256();
  private long size;
  private @Nullable Exception failure;

  MeasuredInput(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      int n = in.read(bytes, offset, length);
      if (n > 0) {
        digest.update(bytes, offset, n);
        size += n;
      }
      return n;
    } catch (IOException | RuntimeException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  long size() {
    return size;
  }

  /** The hash of all that passed, in lower-case hexadecimal; ends the measuring. */
  String sha256Hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Throws again what the stream underneath threw, if it did. */
  void rethrowFailure() throws IOException {
    switch (failure) {
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case null, default -> {}
    }
  }

  boolean hasFailed() {
    return failure != null;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
