package org.cordon.stack.engines;

import java.security.SecureRandom;

/** Passwords and keys, made here and nowhere else. */
public final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ALPHABET =
      "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

  private Secrets() {}

  /** A password of 28 letters and digits (163 bits), none of which look alike or need quoting. */
  public static String password() {
    return ofLength(28);
  }

  /** A password short enough for a person to type: 14 letters and digits (81 bits). */
  public static String typedPassword() {
    return ofLength(14);
  }

  private static String ofLength(int length) {
    var password = new StringBuilder();
    for (int i = 0; i < length; i++) {
      password.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }

  public static byte[] bytes(int count) {
    var bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** Refuses a password that would need quoting somewhere. */
  static String requirePlain(String password) {
    if (!password.matches("[A-Za-z0-9]+")) {
      throw new IllegalArgumentException(
          "A password holds something other than letters and digits");
    }
    return password;
  }
}
