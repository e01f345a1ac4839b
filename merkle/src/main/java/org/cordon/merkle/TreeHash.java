package org.cordon.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * The Merkle tree hash of RFC 9162, section 2.1.1, with SHA-256. Leaves and inner nodes are hashed
 * with different first bytes, so that neither can be passed off as the other.
 */
public final class TreeHash {
  /** The length of every hash, in bytes. */
  public static final int LENGTH = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private TreeHash() {}

  /** The hash of one entry: SHA-256 of a zero byte and the entry. */
  public static byte[] leaf(byte[] entry) {
    MessageDigest digest = sha256();
    digest.update(LEAF);
    return digest.digest(entry);
  }

  /**
   * The hash of an inner node: SHA-256 of a one byte and the hashes of its children.
   *
   * @throws IllegalArgumentException when a child is not {@value #LENGTH} bytes long
   */
  public static byte[] node(byte[] left, byte[] right) {
    if (left.length != LENGTH || right.length != LENGTH) {
      throw new IllegalArgumentException("a child's hash has " + LENGTH + " bytes");
    }
    MessageDigest digest = sha256();
    digest.update(NODE);
    digest.update(left);
    return digest.digest(right);
  }

  /** The root over leaf hashes in their order; of none, the SHA-256 of nothing. */
  public static byte[] root(List<byte[]> leaves) {
    return switch (leaves.size()) {
      case 0 -> sha256().digest();
      case 1 -> leaves.getFirst().clone();
      default -> {
        int split = Integer.highestOneBit(leaves.size() - 1);
        yield node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
      }
    };
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
