package org.cordon.merkle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which hashes a proof is made of, before anything is read: RFC 9162, sections 2.1.3.1 and 2.1.4.1.
 * Ask for all {@link #nodes} at once, then make the {@link #path}.
 */
public final class ProofPlan {
  private final List<TreeRange> ranges;

  private ProofPlan(List<TreeRange> ranges) {
    this.ranges = ranges;
  }

  /**
   * The way from a leaf to the root.
   *
   * @param index of the leaf, from 0
   * @param size of the tree
   * @throws IllegalArgumentException unless 0 <= index < size <= 2^61
   */
  public static ProofPlan inclusion(long index, long size) {
    InclusionProof.require(index, size);
    List<TreeRange> path = new ArrayList<>();
    TreeRange tree = new TreeRange(0, size);
    while (tree.end() - tree.begin() > 1) {
      long middle = tree.begin() + tree.split();
      TreeRange left = new TreeRange(tree.begin(), middle);
      TreeRange right = new TreeRange(middle, tree.end());
      path.addFirst(index < middle ? right : left);
      tree = index < middle ? left : right;
    }
    return new ProofPlan(path);
  }

  /**
   * That the tree of one size is the beginning of another.
   *
   * @throws IllegalArgumentException unless 0 <= from <= to <= 2^61
   */
  public static ProofPlan consistency(long from, long to) {
    ConsistencyProof.require(from, to);
    List<TreeRange> path = new ArrayList<>();
    if (from == 0 || from == to) {
      return new ProofPlan(path);
    }
    TreeRange tree = new TreeRange(0, to);
    boolean known = true;
    while (from != tree.end()) {
      long middle = tree.begin() + tree.split();
      TreeRange left = new TreeRange(tree.begin(), middle);
      TreeRange right = new TreeRange(middle, tree.end());
      if (from <= middle) {
        path.addFirst(right);
        tree = left;
      } else {
        path.addFirst(left);
        tree = right;
        known = false;
      }
    }
    if (!known) {
      path.addFirst(tree);
    }
    return new ProofPlan(path);
  }

  /** The complete subtrees whose hashes are needed. */
  public Set<NodeId> nodes() {
    return ranges.stream()
        .flatMap(range -> range.nodes().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The hashes of the proof, in the order in which they are used.
   *
   * @param stored gives the hash of each of {@link #nodes}
   */
  public List<Hash> path(Function<NodeId, Hash> stored) {
    return ranges.stream().map(range -> range.hash(stored)).toList();
  }
}
