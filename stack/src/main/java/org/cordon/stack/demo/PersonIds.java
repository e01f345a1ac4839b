package org.cordon.stack.demo;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** New ids as RFC 9562 describes version 7: milliseconds first, then chance. */
final class PersonIds {
  private static final SecureRandom CHANCE = new SecureRandom();

  private PersonIds() {}

  static UUID create(Clock clock) {
    long high = clock.millis() << 16 | 0x7000L | CHANCE.nextInt(1 << 12);
    long low = CHANCE.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
