package org.cordon.merkle;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 hash: 32 bytes that never change. */
public final class Hash {
  /** The length of every hash, in bytes. */
  public static final int LENGTH = 32;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * A hash that is there already.
   *
   * @throws IllegalArgumentException when it is not {@value #LENGTH} bytes long
   */
  public static Hash of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a hash has " + LENGTH + " bytes, not " + bytes.length);
    }
    return new Hash(bytes.clone());
  }

  /**
   * Reads standard base64, 44 characters with padding.
   *
   * @throws IllegalArgumentException for anything that {@link #base64} would not have written
   */
  public static Hash ofBase64(String text) {
    return of(StrictBase64.decode(text));
  }

  /** Hashes the parts, one after another. */
  static Hash over(byte prefix, byte[]... parts) {
    MessageDigest digest = Sha256.start();
    digest.update(prefix);
    for (byte[] part : parts) {
      digest.update(part);
    }
    return new Hash(digest.digest());
  }

  static Hash ofNode(byte prefix, Hash left, Hash right) {
    return over(prefix, left.bytes, right.bytes);
  }

  /** A copy of the 32 bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Standard base64 with padding, as checkpoints and proofs write it. */
  public String base64() {
    return StrictBase64.encode(bytes);
  }

  /** 64 lower-case hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && MessageDigest.isEqual(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}
