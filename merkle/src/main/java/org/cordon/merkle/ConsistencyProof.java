package org.cordon.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * That an earlier tree is the beginning of a later one: nothing in it was altered, moved, put in or
 * taken out since (RFC 9162, section 2.1.4).
 *
 * @param from the size of the earlier tree; every tree begins with the empty one, without a proof
 * @param to the size of the later tree
 */
public record ConsistencyProof(long from, long to, List<Hash> path) {
  /**
   * @throws IllegalArgumentException unless 0 <= from <= to <= 2^61
   */
  public ConsistencyProof {
    require(from, to);
    path = List.copyOf(path);
  }

  static void require(long from, long to) {
    if (from < 0 || from > to || to > TreeRange.MOST_LEAVES) {
      throw new IllegalArgumentException(
          "a tree of %d does not begin with one of %d".formatted(to, from));
    }
  }

  /**
   * Works out both roots from the path (RFC 9162, section 2.1.4.2).
   *
   * @throws Unverified when it does not end at both roots, or is too long or too short
   */
  public void verify(Hash earlier, Hash later) throws Unverified {
    if (from == 0 || from == to) {
      requireTrivial(earlier, later);
      return;
    }
    List<Hash> hashes = new ArrayList<>(path);
    if (Long.bitCount(from) == 1) {
      hashes.addFirst(earlier);
    }
    if (hashes.isEmpty()) {
      throw new Unverified("the proof from %d to %d is too short".formatted(from, to));
    }
    int complete = Long.numberOfTrailingZeros(from);
    long place = (from - 1) >> complete;
    long last = (to - 1) >> complete;
    Hash before = hashes.getFirst();
    Hash after = before;
    for (Hash beside : hashes.subList(1, hashes.size())) {
      if (last == 0) {
        throw new Unverified("the proof from %d to %d is too long".formatted(from, to));
      }
      if ((place & 1) == 1 || place == last) {
        before = TreeHash.node(beside, before);
        after = TreeHash.node(beside, after);
        int up = Long.numberOfTrailingZeros(place);
        place >>= up;
        last >>= up;
      } else {
        after = TreeHash.node(after, beside);
      }
      place >>= 1;
      last >>= 1;
    }
    if (last != 0) {
      throw new Unverified("the proof from %d to %d is too short".formatted(from, to));
    }
    requireRoot(from, before, earlier);
    requireRoot(to, after, later);
  }

  private void requireTrivial(Hash earlier, Hash later) throws Unverified {
    if (!path.isEmpty()) {
      throw new Unverified("the proof from %d to %d is too long".formatted(from, to));
    }
    requireRoot(from, from == 0 ? TreeHash.empty() : later, earlier);
    if (to == 0) {
      requireRoot(to, TreeHash.empty(), later);
    }
  }

  private static void requireRoot(long size, Hash is, Hash expected) throws Unverified {
    if (!is.equals(expected)) {
      throw new Unverified(
          "the proof gives a tree of %d the root %s, not %s".formatted(size, is, expected));
    }
  }
}
