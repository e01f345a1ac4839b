package org.cordon.access.checkpoints;

import java.util.Arrays;
import java.util.Optional;
import org.cordon.merkle.Hash;
import org.cordon.merkle.NodeId;
import org.cordon.merkle.TreeHash;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the tree: up to {@value #WIDTH} nodes of one level in a row, which are kept, and what
 * is above them for {@value #HEIGHT} levels, which is worked out from them when it is asked for.
 * Not for use by several threads at once.
 */
final class Tile {
  /** The levels that are kept are those that this divides. */
  static final int HEIGHT = 8;

  /** Kept nodes in a tile that is full. */
  static final int WIDTH = 1 << HEIGHT;

  private final Id id;

  /**
   * As a heap: the root would be 1, the children of n are 2n and 2n + 1, the kept nodes are last.
   */
  private final @Nullable Hash[] nodes = new @Nullable Hash[2 * WIDTH];

  private int known;

  Tile(Id id) {
    this.id = id;
  }

  /**
   * Which tile.
   *
   * @param level of the kept nodes, divided by {@link #HEIGHT} without remainder
   * @param number from 0; the first kept node has the index number * {@link #WIDTH}
   */
  record Id(int level, long number) {

    /** The tile that a node lies in, kept or worked out. */
    static Id of(NodeId node) {
      int above = node.level() % HEIGHT;
      return new Id(node.level() - above, node.index() >> (HEIGHT - above));
    }

    /** The index of its first kept node. */
    long first() {
      return number * WIDTH;
    }
  }

  /**
   * Puts in hashes that are kept together. In the order of their indices: what begins before the
   * end of the last is none of the sequencer's and left out.
   *
   * @param index of the first one, in this tile
   * @param hashes one after another
   */
  void put(long index, byte[] hashes) {
    int place = Math.toIntExact(index - id.first());
    if (place < known) {
      return;
    }
    int count = Math.min(hashes.length / Hash.LENGTH, WIDTH - place);
    for (int i = 0; i < count; i++) {
      int from = i * Hash.LENGTH;
      nodes[WIDTH + place + i] = Hash.of(Arrays.copyOfRange(hashes, from, from + Hash.LENGTH));
    }
    known = place + count;
  }

  /** The hash of a node of this tile; empty when it or something beneath it is not there. */
  Optional<Hash> find(NodeId node) {
    int above = node.level() - id.level();
    int place = Math.toIntExact(node.index() - (id.first() >> above));
    return Optional.ofNullable(at((WIDTH >> above) + place));
  }

  private @Nullable Hash at(int heap) {
    if (nodes[heap] == null && heap < WIDTH) {
      Hash left = at(2 * heap);
      Hash right = at(2 * heap + 1);
      nodes[heap] = left == null || right == null ? null : TreeHash.node(left, right);
    }
    return nodes[heap];
  }
}
