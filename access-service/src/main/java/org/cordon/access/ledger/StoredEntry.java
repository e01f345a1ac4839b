package org.cordon.access.ledger;

import java.util.Optional;

/**
 * An entry as its row stands now, for a check from outside.
 *
 * @param position from 1
 * @param text empty when the entry is gone, or holds what no entry can
 */
public record StoredEntry(long position, Optional<Text> text) {

  /**
   * What is hashed, and the hash that is kept.
   *
   * @param salt in hexadecimal
   * @param digest in hexadecimal, as it is kept
   * @param canonical worked out from the row
   */
  public record Text(String salt, String digest, String canonical) {}
}
