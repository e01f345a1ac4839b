package org.cordon.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A subtree as proofs use them: the leaves from {@code begin} up to, not including, {@code end}. It
 * need not be complete; the right edge of a tree is not.
 */
record TreeRange(long begin, long end) {
  /** More leaves than any ledger will have, and few enough that no sum overflows. */
  static final long MOST_LEAVES = 1L << 61;

  TreeRange {
    if (begin < 0 || end <= begin || end > MOST_LEAVES) {
      throw new IllegalArgumentException("no leaves from " + begin + " to " + end);
    }
    long widest = Long.highestOneBit(end - begin);
    if ((begin & (widest - 1)) != 0) {
      throw new IllegalArgumentException("no subtree begins at " + begin + " and ends at " + end);
    }
  }

  /** The largest power of two that is smaller than the number of leaves: where RFC 9162 splits. */
  long split() {
    return Long.highestOneBit(end - begin - 1);
  }

  /** The complete subtrees that it consists of, from left to right, each smaller than the last. */
  List<NodeId> nodes() {
    List<NodeId> nodes = new ArrayList<>();
    long at = begin;
    for (long left = end - begin; left > 0; left -= Long.highestOneBit(left)) {
      long width = Long.highestOneBit(left);
      int level = Long.numberOfTrailingZeros(width);
      nodes.add(new NodeId(level, at >> level));
      at += width;
    }
    return nodes;
  }

  Hash hash(Function<NodeId, Hash> stored) {
    return fold(nodes().stream().map(stored).toList());
  }

  /** The hash of a range from those of its complete subtrees, left to right. */
  static Hash fold(List<Hash> hashes) {
    Hash hash = hashes.getLast();
    for (int i = hashes.size() - 2; i >= 0; i--) {
      hash = TreeHash.node(hashes.get(i), hash);
    }
    return hash;
  }
}
