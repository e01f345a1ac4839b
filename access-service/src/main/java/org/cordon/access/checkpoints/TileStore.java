package org.cordon.access.checkpoints;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.cordon.merkle.CompactRange;
import org.cordon.merkle.Hash;
import org.cordon.merkle.NodeId;
import org.cordon.platform.problems.IntegrityFailure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The {@code ledger_tiles} table: the tree, of which every eighth level is kept. A row holds the
 * hashes that one round completed next to each other in one {@link Tile}; rows are added once.
 */
@Repository
class TileStore {
  private static final HexFormat HEX = HexFormat.of();

  private final JdbcClient jdbc;

  TileStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A subtree that was completed. */
  record Node(NodeId id, Hash hash) {}

  /** Adds what is kept of these nodes; those of a level come in their order. */
  void add(List<Node> nodes) {
    Map<Tile.Id, List<Node>> rows =
        nodes.stream()
            .filter(node -> node.id().level() % Tile.HEIGHT == 0)
            .collect(
                Collectors.groupingBy(
                    node -> Tile.Id.of(node.id()), LinkedHashMap::new, Collectors.toList()));
    jdbc.sql(
            """
            insert into ledger_tiles (level, index, hashes)
            select level, index, decode(hashes, 'hex')
            from unnest(:level::int[], :index::bigint[], :hashes::text[]) as t (level, index, hashes)
            """)
        .param("level", rows.keySet().stream().map(Tile.Id::level).toArray(Integer[]::new))
        .param(
            "index",
            rows.values().stream().map(row -> row.getFirst().id().index()).toArray(Long[]::new))
        .param("hashes", rows.values().stream().map(TileStore::together).toArray(String[]::new))
        .update();
  }

  private static String together(List<Node> row) {
    return row.stream().map(node -> node.hash().hex()).collect(Collectors.joining());
  }

  /**
   * The hashes of these subtrees.
   *
   * @throws IntegrityFailure when one is not there
   */
  Map<NodeId, Hash> hashes(Collection<NodeId> ids) {
    Map<Tile.Id, Tile> tiles = tiles(ids.stream().map(Tile.Id::of).collect(Collectors.toSet()));
    Map<NodeId, Hash> found = new HashMap<>();
    for (NodeId id : ids) {
      Tile tile = tiles.get(Tile.Id.of(id));
      if (tile != null) {
        tile.find(id).ifPresent(hash -> found.put(id, hash));
      }
      require(found, id);
    }
    return found;
  }

  private Map<Tile.Id, Tile> tiles(Set<Tile.Id> ids) {
    Map<Tile.Id, Tile> tiles = new HashMap<>();
    jdbc.sql(
            """
            select n.level, n.index, n.hashes
            from unnest(:level::int[], :first::bigint[]) as t (level, first)
            join ledger_tiles n
              on n.level = t.level and n.index >= t.first and n.index < t.first + :width
            order by n.level, n.index
            """)
        .param("level", ids.stream().map(Tile.Id::level).toArray(Integer[]::new))
        .param("first", ids.stream().map(Tile.Id::first).toArray(Long[]::new))
        .param("width", Tile.WIDTH)
        .query(row -> {
          long index = row.getLong("index");
          tiles
              .computeIfAbsent(new Tile.Id(row.getInt("level"), index / Tile.WIDTH), Tile::new)
              .put(index, row.getBytes("hashes"));
        });
    return tiles;
  }

  /** The tree as it was at that size. */
  CompactRange tree(long size) {
    List<NodeId> ids = CompactRange.nodes(size);
    Map<NodeId, Hash> hashes = hashes(ids);
    List<Hash> roots = new ArrayList<>();
    for (NodeId id : ids) {
      roots.add(require(hashes, id));
    }
    return CompactRange.of(size, roots);
  }

  /** The leaf hashes of the positions after one, by position; those that are gone are left out. */
  Map<Long, Hash> leaves(long after, int limit) {
    List<NodeId> ids =
        LongStream.range(after, after + limit).mapToObj(index -> new NodeId(0, index)).toList();
    Map<Tile.Id, Tile> tiles = tiles(ids.stream().map(Tile.Id::of).collect(Collectors.toSet()));
    Map<Long, Hash> leaves = new HashMap<>();
    for (NodeId id : ids) {
      Tile tile = tiles.get(Tile.Id.of(id));
      if (tile != null) {
        tile.find(id).ifPresent(hash -> leaves.put(id.index() + 1, hash));
      }
    }
    return leaves;
  }

  /** The hash of a node that {@link #hashes} was asked for. */
  static Hash require(Map<NodeId, Hash> hashes, NodeId id) {
    Hash hash = hashes.get(id);
    if (hash == null) {
      throw new IntegrityFailure("the ledger's tree lacks the node " + id);
    }
    return hash;
  }

  /** For the log of an alert. */
  static String shortly(Hash hash) {
    return HEX.formatHex(hash.bytes(), 0, 8);
  }
}
