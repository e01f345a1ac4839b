package org.cordon.merkle;

import java.io.Serial;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/**
 * Ed25519 of RFC 8032 under one strict policy. A signature is good when both its points and its
 * number are written in the one canonical way (sections 5.1.2, 5.1.3 and 5.1.7), neither the public
 * key nor R is a point of small order, and the equation holds without the cofactor. What other
 * implementations are divided over is therefore refused; nothing that an honest signer makes is.
 *
 * <p>The JDK's own verification refuses numbers and points that are not canonical and does without
 * the cofactor, but takes points of small order; those are refused here before it is asked.
 */
final class Ed25519 {
  static final int KEY_LENGTH = 32;
  static final int SIGNATURE_LENGTH = 64;

  private static final BigInteger FIELD =
      BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));
  private static final BigInteger ORDER =
      BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));

  /** The y of every point whose order divides 8; x and -x share it. */
  private static final Set<BigInteger> SMALL_ORDER =
      Set.of(
          BigInteger.ZERO,
          BigInteger.ONE,
          FIELD.subtract(BigInteger.ONE),
          littleEndian("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
          littleEndian("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"));

  private Ed25519() {}

  /** Whether the signature is good under the policy above; never throws for bad bytes. */
  static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
    if (signature.length != SIGNATURE_LENGTH
        || !isAcceptable(publicKey)
        || !isAcceptable(Arrays.copyOf(signature, KEY_LENGTH))
        || number(Arrays.copyOfRange(signature, KEY_LENGTH, SIGNATURE_LENGTH)).compareTo(ORDER)
            >= 0) {
      return false;
    }
    try {
      Signature verification = Signature.getInstance("Ed25519");
      verification.initVerify(publicKey(publicKey));
      verification.update(message);
      return verification.verify(signature);
    } catch (GeneralSecurityException notOnTheCurve) {
      return false;
    }
  }

  /** Whether a point is written canonically and is not of small order. */
  static boolean isAcceptable(byte[] point) {
    if (point.length != KEY_LENGTH) {
      return false;
    }
    BigInteger y = number(withoutSign(point));
    return y.compareTo(FIELD) < 0 && !SMALL_ORDER.contains(y);
  }

  /**
   * The pair of a seed.
   *
   * @throws IllegalStateException when the platform does not make the pair that RFC 8032 names
   */
  static KeyPair pair(byte[] seed) {
    if (seed.length != KEY_LENGTH) {
      throw new IllegalArgumentException("a seed has " + KEY_LENGTH + " bytes");
    }
    try {
      // The platform has no other way from a private key to its public one.
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, new Always(seed));
      KeyPair pair = generator.generateKeyPair();
      byte[] used = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElse(new byte[0]);
      byte[] proof = sign(privateKey(seed), seed);
      if (!Arrays.equals(used, seed) || !verifies(bytes(pair.getPublic()), seed, proof)) {
        throw new IllegalStateException("this Java platform does not take a seed for Ed25519");
      }
      return pair;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has Ed25519", impossible);
    }
  }

  static byte[] sign(PrivateKey key, byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has Ed25519", impossible);
    }
  }

  /** The 32 bytes of RFC 8032, section 5.1.2. */
  static byte[] bytes(PublicKey key) {
    EdECPoint point = ((EdECPublicKey) key).getPoint();
    byte[] bytes = new byte[KEY_LENGTH];
    byte[] y = point.getY().toByteArray();
    for (int i = 0; i < Math.min(y.length, KEY_LENGTH); i++) {
      bytes[i] = y[y.length - 1 - i];
    }
    if (point.isXOdd()) {
      bytes[KEY_LENGTH - 1] |= (byte) 0x80;
    }
    return bytes;
  }

  private static PublicKey publicKey(byte[] bytes) throws GeneralSecurityException {
    boolean odd = bytes[KEY_LENGTH - 1] < 0;
    EdECPoint point = new EdECPoint(odd, number(withoutSign(bytes)));
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
  }

  private static PrivateKey privateKey(byte[] seed) throws GeneralSecurityException {
    return KeyFactory.getInstance("Ed25519")
        .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
  }

  private static byte[] withoutSign(byte[] point) {
    byte[] bytes = point.clone();
    bytes[KEY_LENGTH - 1] &= 0x7f;
    return bytes;
  }

  private static BigInteger number(byte[] littleEndian) {
    byte[] bigEndian = new byte[littleEndian.length];
    for (int i = 0; i < bigEndian.length; i++) {
      bigEndian[i] = littleEndian[bigEndian.length - 1 - i];
    }
    return new BigInteger(1, bigEndian);
  }

  private static BigInteger littleEndian(String hex) {
    return number(HexFormat.of().parseHex(hex));
  }

  /** Gives the seed where the generator asks for chance. */
  private static final class Always extends SecureRandom {
    @Serial private static final long serialVersionUID = 1L;
    private final byte[] bytes;

    Always(byte[] bytes) {
      super(null, null);
      this.bytes = bytes.clone();
    }

    @Override
    public void nextBytes(byte[] wanted) {
      if (wanted.length != bytes.length) {
        throw new IllegalStateException("this Java platform does not take a seed for Ed25519");
      }
      System.arraycopy(bytes, 0, wanted, 0, bytes.length);
    }
  }
}
