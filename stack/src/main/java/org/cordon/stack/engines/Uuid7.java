package org.cordon.stack.engines;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.UUID;

/** New ids as RFC 9562 describes version 7: milliseconds first, then chance. */
public final class Uuid7 {
  private Uuid7() {}

  public static UUID create(Clock clock) {
    var chance = ByteBuffer.wrap(Secrets.bytes(10));
    long high = (clock.millis() << 16) | 0x7000L | (chance.getShort() & 0xFFFL);
    long low = (chance.getLong() >>> 2) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
