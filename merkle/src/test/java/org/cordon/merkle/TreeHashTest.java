package org.cordon.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeHashTest {
  @Test
  void theRootOfNoEntriesIsTheHashOfNothing_rfc9162() {
    assertThat(TreeHash.root(List.of()).hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void theHashOfAnEmptyEntryIsThatOfOneZeroByte() throws Exception {
    byte[] expected = MessageDigest.getInstance("SHA-256").digest(new byte[] {0});

    assertThat(TreeHash.leaf(new byte[0]).bytes()).isEqualTo(expected);
  }

  @Test
  void theRootSplitsAtTheLargestPowerOfTwoBelowTheSize() {
    List<Hash> leaves = leaves(7);

    Hash left =
        TreeHash.node(
            TreeHash.node(leaves.get(0), leaves.get(1)),
            TreeHash.node(leaves.get(2), leaves.get(3)));
    Hash right = TreeHash.node(TreeHash.node(leaves.get(4), leaves.get(5)), leaves.get(6));
    assertThat(TreeHash.root(leaves)).isEqualTo(TreeHash.node(left, right));
  }

  @Test
  void changingOrMovingAnyEntryChangesTheRoot() {
    for (int size = 1; size <= 33; size++) {
      Hash before = TreeHash.root(leaves(size));
      for (int at = 0; at < size; at++) {
        List<Hash> changed = new ArrayList<>(leaves(size));
        changed.set(at, TreeHash.leaf("altered".getBytes(StandardCharsets.UTF_8)));
        assertThat(TreeHash.root(changed)).isNotEqualTo(before);
      }
      if (size > 1) {
        assertThat(TreeHash.root(leaves(size).reversed())).isNotEqualTo(before);
      }
    }
  }

  @Test
  void aNodeCannotBePassedOffAsALeaf() {
    Hash left = TreeHash.leaf(new byte[] {1});
    Hash right = TreeHash.leaf(new byte[] {2});
    byte[] joined = new byte[64];
    System.arraycopy(left.bytes(), 0, joined, 0, 32);
    System.arraycopy(right.bytes(), 0, joined, 32, 32);

    assertThat(TreeHash.leaf(joined)).isNotEqualTo(TreeHash.node(left, right));
  }

  @Test
  void aHashOfAnotherLengthIsRefused() {
    for (int length : List.of(0, 31, 33)) {
      assertThatThrownBy(() -> Hash.of(new byte[length]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aHashCannotBeChangedFromOutside() {
    byte[] bytes = new byte[Hash.LENGTH];
    Hash hash = Hash.of(bytes);
    bytes[0] = 1;
    hash.bytes()[1] = 1;
    assertThat(hash.bytes()).isEqualTo(new byte[Hash.LENGTH]);
    assertThat(hash)
        .isEqualTo(Hash.ofBase64(hash.base64()))
        .hasSameHashCodeAs(Hash.of(new byte[32]));
  }

  private static List<Hash> leaves(int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> TreeHash.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8)))
        .toList();
  }
}
