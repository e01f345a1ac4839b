package org.cordon.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree that grows at its right end, kept as the roots of its complete subtrees: at most one a
 * level, so that it stays small whatever its size. Appending n leaves makes fewer than 2n hashes.
 * Not for use by several threads at once.
 */
public final class CompactRange {
  private final List<Hash> roots;
  private long size;

  private CompactRange(long size, List<Hash> roots) {
    this.size = size;
    this.roots = new ArrayList<>(roots);
  }

  /** Hears of each complete subtree once, when its last leaf has come. */
  @FunctionalInterface
  public interface NodeListener {
    void completed(NodeId node, Hash hash);
  }

  /** A tree without leaves. */
  public static CompactRange empty() {
    return new CompactRange(0, List.of());
  }

  /**
   * Takes up a tree where it was left.
   *
   * @param size how many leaves it has
   * @param roots the hashes of {@link #nodes(long)}, in that order
   * @throws IllegalArgumentException when there are not as many as the size asks for
   */
  public static CompactRange of(long size, List<Hash> roots) {
    if (size < 0 || size > TreeRange.MOST_LEAVES || Long.bitCount(size) != roots.size()) {
      throw new IllegalArgumentException(
          "a tree of %d leaves is not made of %d subtrees".formatted(size, roots.size()));
    }
    return new CompactRange(size, roots);
  }

  /** The complete subtrees that a tree of that size is made of, from left to right. */
  public static List<NodeId> nodes(long size) {
    return size == 0 ? List.of() : new TreeRange(0, size).nodes();
  }

  /** A tree that grows on its own from here. */
  public CompactRange copy() {
    return new CompactRange(size, roots);
  }

  /** How many leaves there are. */
  public long size() {
    return size;
  }

  /** Adds a leaf at the right. */
  public void append(Hash leaf) {
    append(leaf, (_, _) -> {});
  }

  /**
   * Adds a leaf at the right.
   *
   * @param listener told of the leaf and of every subtree that it completes, from below
   * @throws IllegalStateException when there are 2^61 leaves
   */
  public void append(Hash leaf, NodeListener listener) {
    if (size == TreeRange.MOST_LEAVES) {
      throw new IllegalStateException("a tree has at most 2^61 leaves");
    }
    Hash hash = leaf;
    long index = size;
    int level = 0;
    listener.completed(new NodeId(level, index), hash);
    while ((index & 1) == 1) {
      hash = TreeHash.node(roots.removeLast(), hash);
      index >>= 1;
      level++;
      listener.completed(new NodeId(level, index), hash);
    }
    roots.add(hash);
    size++;
  }

  /** The root as of now. */
  public Hash root() {
    return roots.isEmpty() ? TreeHash.empty() : TreeRange.fold(roots);
  }
}
