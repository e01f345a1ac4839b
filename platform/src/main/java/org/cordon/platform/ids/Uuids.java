package org.cordon.platform.ids;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.regex.Pattern;

/** UUID version 7 (RFC 9562, section 5.7): 48 bits of Unix milliseconds, then 74 random bits. */
public final class Uuids {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern CANONICAL =
      Pattern.compile(
          "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

  private Uuids() {}

  /** A new UUID that sorts after those of earlier milliseconds. */
  public static UUID timeOrdered() {
    long high = (System.currentTimeMillis() << 16) | 0x7000L | (RANDOM.nextInt() & 0x0FFFL);
    long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /**
   * Reads the canonical form; {@link UUID#fromString} would also take shorter ones.
   *
   * @throws IllegalArgumentException when the text is not 36 characters of that form
   */
  public static UUID parse(String text) {
    if (!CANONICAL.matcher(text).matches()) {
      throw new IllegalArgumentException("not a UUID");
    }
    return UUID.fromString(text);
  }
}
