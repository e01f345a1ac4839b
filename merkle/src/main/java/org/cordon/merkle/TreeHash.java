package org.cordon.merkle;

import java.util.List;

/**
 * The Merkle tree hash of RFC 9162, section 2.1.1, with SHA-256. Leaves and inner nodes are hashed
 * with different first bytes, so that neither can be passed off as the other.
 */
public final class TreeHash {
  private static final byte LEAF = 0;
  private static final byte NODE = 1;
  private static final Hash OF_NOTHING = Hash.of(Sha256.start().digest());

  private TreeHash() {}

  /** The hash of one entry: SHA-256 of a zero byte and the entry. */
  public static Hash leaf(byte[] entry) {
    return Hash.over(LEAF, entry);
  }

  /** The hash of an inner node: SHA-256 of a one byte and the hashes of its children. */
  public static Hash node(Hash left, Hash right) {
    return Hash.ofNode(NODE, left, right);
  }

  /** The root of a tree without entries: the SHA-256 of nothing. */
  public static Hash empty() {
    return OF_NOTHING;
  }

  /**
   * The root over leaf hashes in their order, worked out from the definition. A tree that grows is
   * kept as a {@link CompactRange} instead.
   */
  public static Hash root(List<Hash> leaves) {
    return switch (leaves.size()) {
      case 0 -> empty();
      case 1 -> leaves.getFirst();
      default -> {
        int split = Integer.highestOneBit(leaves.size() - 1);
        yield node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
      }
    };
  }
}
