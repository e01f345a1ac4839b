package org.cordon.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompactRangeTest {
  private static final Trees TREES = Trees.of(260);

  @Test
  void itsRootIsThatOfTheDefinitionAtEverySize() {
    CompactRange range = CompactRange.empty();
    assertThat(range.root()).isEqualTo(TreeHash.root(List.of()));
    for (int size = 1; size <= 260; size++) {
      range.append(TREES.leaves().get(size - 1));
      assertThat(range.size()).isEqualTo(size);
      assertThat(range.root()).isEqualTo(TREES.root(size));
    }
  }

  @Test
  void itIsTakenUpAgainFromTheNodesThatWereKept() {
    for (int size = 0; size <= 130; size++) {
      List<Hash> kept = CompactRange.nodes(size).stream().map(TREES::node).toList();
      CompactRange range = CompactRange.of(size, kept);
      CompactRange copy = range.copy();
      assertThat(range.root()).isEqualTo(TREES.root(size));
      range.append(TREES.leaves().get(size));
      assertThat(range.root()).isEqualTo(TREES.root(size + 1));
      assertThat(copy.root()).isEqualTo(TREES.root(size));
    }
  }

  @Test
  void everySubtreeIsToldOnceAndAppendingCostsFewerThanTwoHashesALeaf() {
    Set<NodeId> told = new HashSet<>();
    List<NodeId> all = new ArrayList<>();
    CompactRange range = CompactRange.empty();
    TREES.leaves().forEach(leaf -> range.append(leaf, (node, _) -> all.add(node)));
    told.addAll(all);
    assertThat(told).hasSize(all.size()).hasSizeLessThan(2 * 260);
  }

  @Test
  void aNumberOfNodesThatDoesNotMakeTheSizeIsRefused() {
    assertThatThrownBy(() -> CompactRange.of(3, List.of(TreeHash.empty())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CompactRange.of(-1, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CompactRange.of(0, List.of(TreeHash.empty())))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
