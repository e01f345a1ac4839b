package org.cordon.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigstore.merkle.InclusionProofVerifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ProofsTest {
  private static final int MOST = 70;
  private static final Trees TREES = Trees.of(MOST);

  @Test
  void everyLeafOfEveryTreeIsProven_rfc9162() throws Unverified {
    for (int size = 1; size <= MOST; size++) {
      for (int index = 0; index < size; index++) {
        TREES.inclusion(index, size).verify(TREES.leaves().get(index), TREES.root(size));
      }
    }
  }

  @Test
  void anInclusionProofOfOursVerifiesWithAnotherLibrary() throws Exception {
    for (int size = 1; size <= MOST; size++) {
      for (int index = 0; index < size; index++) {
        InclusionProofVerifier.verify(
            TREES.leaves().get(index).bytes(),
            index,
            size,
            TREES.inclusion(index, size).path().stream().map(Hash::bytes).toList(),
            TREES.root(size).bytes());
      }
    }
  }

  @Test
  void everyTreeIsTheBeginningOfEveryLaterOne_rfc9162() throws Unverified {
    for (int to = 0; to <= MOST; to++) {
      for (int from = 0; from <= to; from++) {
        TREES.consistency(from, to).verify(TREES.root(from), TREES.root(to));
      }
    }
  }

  /** RFC 9162, section 2.1.5: the tree of seven leaves. */
  @Test
  void theProofsOfTheStandardsExampleAreMadeOfItsNodes_rfc9162() {
    List<Hash> leaves = TREES.leaves();
    Hash ab = TreeHash.node(leaves.get(0), leaves.get(1));
    Hash cd = TreeHash.node(leaves.get(2), leaves.get(3));
    Hash ef = TreeHash.node(leaves.get(4), leaves.get(5));
    Hash abcd = TreeHash.node(ab, cd);
    Hash efg = TreeHash.node(ef, leaves.get(6));

    assertThat(TREES.inclusion(0, 7).path()).containsExactly(leaves.get(1), cd, efg);
    assertThat(TREES.inclusion(3, 7).path()).containsExactly(leaves.get(2), ab, efg);
    assertThat(TREES.inclusion(4, 7).path()).containsExactly(leaves.get(5), leaves.get(6), abcd);
    assertThat(TREES.inclusion(6, 7).path()).containsExactly(ef, abcd);
    assertThat(TREES.consistency(3, 7).path())
        .containsExactly(leaves.get(2), leaves.get(3), ab, efg);
    assertThat(TREES.consistency(4, 7).path()).containsExactly(efg);
    assertThat(TREES.consistency(6, 7).path()).containsExactly(ef, leaves.get(6), abcd);
  }

  @Test
  void aProofForAnotherLeafPlaceSizeOrRootFails() {
    for (int size = 2; size <= 20; size++) {
      for (int index = 0; index < size; index++) {
        InclusionProof good = TREES.inclusion(index, size);
        Hash leaf = TREES.leaves().get(index);
        Hash root = TREES.root(size);
        Hash other = TREES.leaves().get((index + 1) % size);
        assertFails(() -> good.verify(other, root));
        assertFails(() -> good.verify(leaf, TREES.root(good.path().size() + 40)));
        for (int place = 0; place < size; place++) {
          if (place != index) {
            InclusionProof moved = new InclusionProof(place, size, good.path());
            assertFails(() -> moved.verify(leaf, root));
          }
        }
        for (List<Hash> path : damaged(good.path(), leaf)) {
          InclusionProof bad = new InclusionProof(good.index(), good.size(), path);
          assertFails(() -> bad.verify(leaf, root));
        }
      }
    }
  }

  @Test
  void aConsistencyProofFailsForAnythingElseThanWhatItWasMadeFor() {
    for (int to = 1; to <= 20; to++) {
      for (int from = 0; from <= to; from++) {
        ConsistencyProof good = TREES.consistency(from, to);
        Hash earlier = TREES.root(from);
        Hash later = TREES.root(to);
        Hash strange = TREES.root(60);
        assertFails(() -> good.verify(strange, later));
        if (from > 0) {
          assertFails(() -> good.verify(earlier, strange));
        }
        for (List<Hash> path : damaged(good.path(), strange)) {
          ConsistencyProof bad = new ConsistencyProof(from, to, path);
          assertFails(() -> bad.verify(earlier, later));
        }
      }
    }
  }

  @Test
  void alteredMovedInsertedAndDeletedEntriesAreInconsistentWithTheTreeBefore() {
    int from = 13;
    int to = 40;
    Hash before = TREES.root(from);
    for (int at = 0; at < from; at++) {
      List<List<Hash>> histories = new ArrayList<>(damaged(TREES.leaves(), TREES.root(5)));
      for (List<Hash> history : histories) {
        if (!history.subList(0, from).equals(TREES.leaves().subList(0, from))) {
          Trees rewritten = rewritten(history);
          assertFails(() -> rewritten.consistency(from, to).verify(before, rewritten.root(to)));
        }
      }
    }
  }

  @Test
  void placesThatNoTreeHasAreRefused() {
    assertThatThrownBy(() -> ProofPlan.inclusion(3, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ProofPlan.inclusion(-1, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new InclusionProof(0, Long.MAX_VALUE, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ProofPlan.consistency(4, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ConsistencyProof(-1, 3, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theLargestTreeStillHasAPlan() throws Unverified {
    long most = 1L << 61;
    assertThat(ProofPlan.inclusion(most - 1, most).nodes()).hasSize(61);
    assertThat(ProofPlan.consistency(most - 1, most).nodes()).isNotEmpty();
    InclusionProof tooLong =
        new InclusionProof(most - 1, most, Collections.nCopies(62, TreeHash.empty()));
    assertFails(() -> tooLong.verify(TreeHash.empty(), TreeHash.empty()));
  }

  private static Trees rewritten(List<Hash> history) {
    Trees kept = new Trees(history, new HashMap<>());
    CompactRange range = CompactRange.empty();
    history.forEach(leaf -> range.append(leaf, kept.nodes()::put));
    return kept;
  }

  /** Each hash replaced, taken out, doubled or moved in turn; and one more at either end. */
  private static List<List<Hash>> damaged(List<Hash> path, Hash strange) {
    List<List<Hash>> all = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      all.add(with(path, i, strange));
      List<Hash> removed = new ArrayList<>(path);
      removed.remove(i);
      all.add(removed);
      List<Hash> doubled = new ArrayList<>(path);
      doubled.add(i, path.get(i));
      all.add(doubled);
      if (i > 0) {
        all.add(with(with(path, i, path.get(i - 1)), i - 1, path.get(i)));
      }
    }
    List<Hash> before = new ArrayList<>(path);
    before.addFirst(strange);
    all.add(before);
    List<Hash> after = new ArrayList<>(path);
    after.add(strange);
    all.add(after);
    return all;
  }

  private static List<Hash> with(List<Hash> path, int at, Hash hash) {
    List<Hash> changed = new ArrayList<>(path);
    changed.set(at, hash);
    return changed;
  }

  private static void assertFails(ThrowingCallable verification) {
    assertThatThrownBy(verification).isInstanceOf(Unverified.class);
  }
}
