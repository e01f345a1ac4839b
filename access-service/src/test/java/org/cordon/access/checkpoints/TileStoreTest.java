package org.cordon.access.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.cordon.access.ledger.LedgerDatabase;
import org.cordon.merkle.CompactRange;
import org.cordon.merkle.Hash;
import org.cordon.merkle.NodeId;
import org.cordon.merkle.TreeHash;
import org.cordon.platform.problems.IntegrityFailure;
import org.cordon.stack.engines.TestEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TileStoreTest {
  private final LedgerDatabase database =
      LedgerDatabase.in(TestEngines.postgres().database("tiles"));
  private final TileStore tiles = new TileStore(database.jdbc());

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void everyNodeOfTheTreeIsThereHoweverItGrew() {
    long seed = Long.getLong("cordon.seed", System.nanoTime());
    Random random = new Random(seed);
    Map<NodeId, Hash> all = grown(1_400, () -> 1 + random.nextInt(90));

    assertThat(tiles.hashes(all.keySet())).as("seed %d", seed).isEqualTo(all);
    List<Hash> leaves = IntStream.range(0, 1_400).mapToObj(TileStoreTest::leaf).toList();
    for (int size = 0; size <= 1_400; size++) {
      assertThat(tiles.tree(size).root())
          .as("seed %d, size %d", seed, size)
          .isEqualTo(TreeHash.root(leaves.subList(0, size)));
    }
  }

  @Test
  void aTreeOfThreeKeptLevelsIsWholeAndTakesFewRows() {
    Map<NodeId, Hash> all = grown(70_000, () -> 5_000);
    assertThat(tiles.hashes(all.keySet())).isEqualTo(all);
    assertThat(tiles.leaves(65_500, 1_000)).hasSize(1_000).containsEntry(65_536L, leaf(65_535));
    assertThat(rows()).isLessThan(330);
  }

  @Test
  void aTreeThatGrowsByOneEntryAtATimeIsTheSame() {
    Map<NodeId, Hash> all = grown(300, () -> 1);
    assertThat(tiles.hashes(all.keySet())).isEqualTo(all);
    assertThat(rows()).isEqualTo(301);
  }

  @Test
  void whatIsPutInBesideTheTreeIsNotTakenForIt() {
    Map<NodeId, Hash> all = grown(40, () -> 20);
    // As the service's own role, which may add rows: over the end of what is there, and at it.
    tiles.add(
        List.of(
            new TileStore.Node(new NodeId(0, 15), leaf(7)),
            new TileStore.Node(new NodeId(0, 16), leaf(7))));
    tiles.add(
        List.of(
            new TileStore.Node(new NodeId(0, 39), leaf(7)),
            new TileStore.Node(new NodeId(0, 40), leaf(7))));
    assertThat(tiles.hashes(all.keySet())).isEqualTo(all);
    assertThat(tiles.leaves(39, 10)).containsOnlyKeys(40L);
  }

  @Test
  void aNodeOverAGapIsNotMadeUp() throws Exception {
    grown(40, () -> 20);
    assertThatThrownBy(() -> tiles.hashes(List.of(new NodeId(4, 2))))
        .isInstanceOf(IntegrityFailure.class)
        .hasMessageContaining("lacks the node");
    assertThatThrownBy(() -> tiles.hashes(List.of(new NodeId(0, 40))))
        .isInstanceOf(IntegrityFailure.class);
    assertThatThrownBy(() -> tiles.hashes(List.of(new NodeId(8, 0))))
        .isInstanceOf(IntegrityFailure.class);
  }

  private long rows() {
    return database.jdbc().sql("select count(*) from ledger_tiles").query(Long.class).single();
  }

  /** Every node of a tree that was added in rounds. */
  private Map<NodeId, Hash> grown(int size, IntSupplier round) {
    Map<NodeId, Hash> all = new LinkedHashMap<>();
    CompactRange tree = CompactRange.empty();
    while (tree.size() < size) {
      List<TileStore.Node> added = new ArrayList<>();
      long upTo = Math.min(size, tree.size() + round.getAsInt());
      while (tree.size() < upTo) {
        tree.append(
            leaf(Math.toIntExact(tree.size())),
            (id, hash) -> added.add(new TileStore.Node(id, hash)));
      }
      tiles.add(added);
      added.forEach(node -> all.put(node.id(), node.hash()));
    }
    return all;
  }

  private static Hash leaf(int number) {
    return TreeHash.leaf(("entry " + number).getBytes(StandardCharsets.UTF_8));
  }
}
