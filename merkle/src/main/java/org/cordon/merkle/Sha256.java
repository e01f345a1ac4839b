package org.cordon.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one digest that is used here. */
final class Sha256 {
  private Sha256() {}

  static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
