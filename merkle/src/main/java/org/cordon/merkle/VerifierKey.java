package org.cordon.merkle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The public key that a ledger's checkpoints are checked with, under the name it signs by: {@code
 * name+hash+base64}, the form that signed-note tools call a verifier key (vkey). The hash is the
 * key's id: the first four bytes of SHA-256 over the name, a line feed, a 1 for Ed25519 and the
 * key.
 */
public final class VerifierKey {
  private static final byte ED25519 = 1;
  private static final int MOST_CHARACTERS = 300;
  private static final Pattern NAME = Pattern.compile("[^\\s\\p{Z}\\p{Cntrl}+]{1,200}");

  private final String name;
  private final byte[] key;

  private VerifierKey(String name, byte[] key) {
    this.name = name;
    this.key = key;
  }

  /**
   * Reads {@code name+hash+base64}.
   *
   * @throws IllegalArgumentException when it is anything else, the hash is not that of the key, or
   *     the key is one that the policy on signatures refuses
   */
  public static VerifierKey parse(String text) {
    String[] parts = text.split("\\+", 3);
    if (text.length() > MOST_CHARACTERS || parts.length != 3) {
      throw new IllegalArgumentException("a verifier key is written name+hash+base64");
    }
    byte[] typed = decode(parts[2]);
    if (typed.length != 1 + Ed25519.KEY_LENGTH || typed[0] != ED25519) {
      throw new IllegalArgumentException("the verifier key is not one of Ed25519");
    }
    VerifierKey read = of(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
    if (!HexFormat.of().formatHex(read.id()).equals(parts[1])) {
      throw new IllegalArgumentException("the verifier key's hash is not that of its key");
    }
    return read;
  }

  static VerifierKey of(String name, byte[] key) {
    requireName(name);
    if (!Ed25519.isAcceptable(key)) {
      throw new IllegalArgumentException("the verifier key is no point that a signer would have");
    }
    return new VerifierKey(name, key.clone());
  }

  /** A key's name is 1 to 200 characters, without spaces, controls and plus signs. */
  static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a key's name has 1 to 200 characters, no space and no plus sign");
    }
  }

  private static byte[] decode(String base64) {
    try {
      return StrictBase64.decode(base64);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the verifier key is not base64", e);
    }
  }

  /** The name it signs by, which is the ledger's origin. */
  public String name() {
    return name;
  }

  /** The four bytes that stand before each of its signatures. */
  byte[] id() {
    MessageDigest digest = Sha256.start();
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    digest.update(ED25519);
    return Arrays.copyOf(digest.digest(key), SignedNote.ID_LENGTH);
  }

  boolean verifies(String text, byte[] signature) {
    return Ed25519.verifies(key, text.getBytes(StandardCharsets.UTF_8), signature);
  }

  /** {@code name+hash+base64}. */
  public String text() {
    byte[] typed = new byte[1 + key.length];
    typed[0] = ED25519;
    System.arraycopy(key, 0, typed, 1, key.length);
    return name + "+" + HexFormat.of().formatHex(id()) + "+" + StrictBase64.encode(typed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that
        && name.equals(that.name)
        && Arrays.equals(key, that.key);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(key);
  }

  @Override
  public String toString() {
    return text();
  }
}
