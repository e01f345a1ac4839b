package org.cordon.access.accounts;

import java.security.SecureRandom;
import java.util.Map;

/** A password for one sign-in: 20 characters that are easy to read out, about 99 bits. */
record TemporaryPassword(String value) {
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 4;
  private static final int GROUP = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  static TemporaryPassword create() {
    StringBuilder password = new StringBuilder();
    for (int group = 0; group < GROUPS; group++) {
      if (group > 0) {
        password.append('-');
      }
      RANDOM
          .ints(GROUP, 0, LETTERS.length())
          .forEach(letter -> password.append(LETTERS.charAt(letter)));
    }
    return new TemporaryPassword(password.toString());
  }

  /** As Keycloak takes it. */
  Map<String, Object> credential() {
    return Map.of("type", "password", "value", value, "temporary", true);
  }

  /** Never the password, whoever logs this. */
  @Override
  public String toString() {
    return "TemporaryPassword[]";
  }
}
