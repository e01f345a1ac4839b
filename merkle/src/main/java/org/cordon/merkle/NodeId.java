package org.cordon.merkle;

/**
 * A complete subtree: 2^level leaves, of which the first is leaf number index * 2^level. Its hash
 * is fixed as soon as its last leaf is there, whatever is appended later.
 *
 * @param level 0 for a leaf, at most 61
 * @param index from 0, within the level
 */
public record NodeId(int level, long index) {
  static final int HIGHEST = 61;

  public NodeId {
    if (level < 0 || level > HIGHEST || index < 0 || index > TreeRange.MOST_LEAVES >> level) {
      throw new IllegalArgumentException("no tree has a node " + level + "/" + index);
    }
  }
}
