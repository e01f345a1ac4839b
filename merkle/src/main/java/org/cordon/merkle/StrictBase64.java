package org.cordon.merkle;

import java.util.Base64;

/**
 * Standard base64 with padding, read only in the one way in which it is written (RFC 4648, 3.5).
 */
final class StrictBase64 {
  private StrictBase64() {}

  static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Refuses missing padding and stray bits, so that no two texts mean the same bytes. */
  static byte[] decode(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (!encode(bytes).equals(text)) {
      throw new IllegalArgumentException("not base64 as it is written");
    }
    return bytes;
  }
}
