package org.cordon.merkle;

import java.util.List;

/**
 * That a leaf stands at its place in a tree (RFC 9162, section 2.1.3).
 *
 * @param index of the leaf, from 0
 * @param size of the tree
 * @param path the hashes from beside the leaf up to beside the root
 */
public record InclusionProof(long index, long size, List<Hash> path) {
  /**
   * @throws IllegalArgumentException unless 0 <= index < size <= 2^61
   */
  public InclusionProof {
    require(index, size);
    path = List.copyOf(path);
  }

  static void require(long index, long size) {
    if (index < 0 || index >= size || size > TreeRange.MOST_LEAVES) {
      throw new IllegalArgumentException("a tree of %d has no leaf %d".formatted(size, index));
    }
  }

  /**
   * Follows the path from the leaf (RFC 9162, section 2.1.3.2).
   *
   * @throws Unverified when it does not end at this root, or is too long or too short
   */
  public void verify(Hash leaf, Hash root) throws Unverified {
    long place = index;
    long last = size - 1;
    Hash hash = leaf;
    for (Hash beside : path) {
      if (last == 0) {
        throw new Unverified("the proof for leaf %d of %d is too long".formatted(index, size));
      }
      if ((place & 1) == 1 || place == last) {
        hash = TreeHash.node(beside, hash);
        int up = Long.numberOfTrailingZeros(place);
        place >>= up;
        last >>= up;
      } else {
        hash = TreeHash.node(hash, beside);
      }
      place >>= 1;
      last >>= 1;
    }
    if (last != 0) {
      throw new Unverified("the proof for leaf %d of %d is too short".formatted(index, size));
    }
    if (!hash.equals(root)) {
      throw new Unverified(
          "leaf %d of %d leads to the root %s, not to %s".formatted(index, size, hash, root));
    }
  }
}
