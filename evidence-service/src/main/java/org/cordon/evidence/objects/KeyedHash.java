package org.cordon.evidence.objects;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** SipHash-2-4: 64 bits that cannot be worked out, or recognised, without the key. */
public final class KeyedHash {
  /** How long a key is. */
  public static final int KEY_BYTES = 16;

  private final HashFunction function;

  private KeyedHash(HashFunction function) {
    this.function = function;
  }

  /** The hash under a key of {@value #KEY_BYTES} bytes. */
  public static KeyedHash of(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes");
    }
    ByteBuffer halves = ByteBuffer.wrap(key).order(ByteOrder.LITTLE_ENDIAN);
    return new KeyedHash(Hashing.sipHash24(halves.getLong(), halves.getLong()));
  }

  /** The hash of some bytes. */
  public long hash(byte[] bytes) {
    return function.hashBytes(bytes).asLong();
  }
}
