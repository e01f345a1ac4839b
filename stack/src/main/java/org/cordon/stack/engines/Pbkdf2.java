package org.cordon.stack.engines;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Password hashes as Elasticsearch's {@code users} file holds them. */
final class Pbkdf2 {
  private static final int ITERATIONS = 10_000;
  private static final int BITS = 256;

  private Pbkdf2() {}

  /** {PBKDF2}iterations$salt$hash, with HMAC-SHA-512 and 32 bytes of salt. */
  static String hash(String password) {
    var salt = Secrets.bytes(32);
    try {
      var key =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
              .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, BITS));
      var encoder = Base64.getEncoder();
      return "{PBKDF2}%d$%s$%s"
          .formatted(
              ITERATIONS, encoder.encodeToString(salt), encoder.encodeToString(key.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK cannot hash a password", e);
    }
  }
}
