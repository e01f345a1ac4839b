package org.cordon.merkle;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;

/**
 * The secret that a ledger's checkpoints are signed with. It is kept as one line, {@code
 * name+base64}: the name it signs by, and the 32 bytes of an Ed25519 seed (RFC 8032, section
 * 5.1.5).
 */
public final class SigningKey {
  private final String name;
  private final KeyPair pair;

  private SigningKey(String name, byte[] seed) {
    VerifierKey.requireName(name);
    this.name = name;
    this.pair = Ed25519.pair(seed);
  }

  /** The line of a new key. */
  public static String create(String name, SecureRandom random) {
    VerifierKey.requireName(name);
    byte[] seed = new byte[Ed25519.KEY_LENGTH];
    random.nextBytes(seed);
    return name + "+" + StrictBase64.encode(seed);
  }

  /**
   * Reads {@code name+base64}; a line feed may follow.
   *
   * @throws IllegalArgumentException when it is anything else; the message does not repeat it
   */
  public static SigningKey parse(String text) {
    String[] parts = text.strip().split("\\+", 2);
    if (parts.length != 2) {
      throw new IllegalArgumentException("a signing key is written name+base64");
    }
    byte[] seed;
    try {
      seed = StrictBase64.decode(parts[1]);
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException("the signing key's seed is not base64");
    }
    return new SigningKey(parts[0], seed);
  }

  /** What others check its signatures with. */
  public VerifierKey verifierKey() {
    return VerifierKey.of(name, Ed25519.bytes(pair.getPublic()));
  }

  /**
   * Signs a checkpoint of the ledger that has the key's name.
   *
   * @throws IllegalArgumentException when the checkpoint is another ledger's
   */
  public SignedCheckpoint sign(Checkpoint checkpoint) {
    if (!checkpoint.origin().equals(name)) {
      throw new IllegalArgumentException("the checkpoint is not of the ledger " + name);
    }
    return new SignedCheckpoint(checkpoint, sign(checkpoint.text()).text());
  }

  SignedNote sign(String text) {
    byte[] signature = Ed25519.sign(pair.getPrivate(), text.getBytes(StandardCharsets.UTF_8));
    return SignedNote.of(text, verifierKey(), signature);
  }

  /** The name alone; the seed is never shown. */
  @Override
  public String toString() {
    return "SigningKey[" + name + "]";
  }
}
