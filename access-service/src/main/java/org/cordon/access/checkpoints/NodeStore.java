package org.cordon.access.checkpoints;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.cordon.merkle.CompactRange;
import org.cordon.merkle.Hash;
import org.cordon.merkle.NodeId;
import org.cordon.platform.problems.IntegrityFailure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The {@code ledger_nodes} table: the hashes of complete subtrees, added once. */
@Repository
class NodeStore {
  private static final HexFormat HEX = HexFormat.of();

  private final JdbcClient jdbc;

  NodeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A subtree that was completed. */
  record Node(NodeId id, Hash hash) {}

  void add(List<Node> nodes) {
    jdbc.sql(
            """
            insert into ledger_nodes (level, index, hash)
            select level, index, decode(hash, 'hex')
            from unnest(:level::int[], :index::bigint[], :hash::text[]) as t (level, index, hash)
            """)
        .param("level", nodes.stream().map(node -> node.id().level()).toArray(Integer[]::new))
        .param("index", nodes.stream().map(node -> node.id().index()).toArray(Long[]::new))
        .param("hash", nodes.stream().map(node -> node.hash().hex()).toArray(String[]::new))
        .update();
  }

  /**
   * The hashes of these subtrees.
   *
   * @throws IntegrityFailure when one is not there
   */
  Map<NodeId, Hash> hashes(Collection<NodeId> ids) {
    Map<NodeId, Hash> found = new HashMap<>();
    jdbc.sql(
            """
            select n.level, n.index, n.hash from ledger_nodes n
            join unnest(:level::int[], :index::bigint[]) as t (level, index)
              on n.level = t.level and n.index = t.index
            """)
        .param("level", ids.stream().map(NodeId::level).toArray(Integer[]::new))
        .param("index", ids.stream().map(NodeId::index).toArray(Long[]::new))
        .query(row -> {
          found.put(new NodeId(row.getInt(1), row.getLong(2)), Hash.of(row.getBytes(3)));
        });
    for (NodeId id : ids) {
      if (!found.containsKey(id)) {
        throw new IntegrityFailure("the ledger's tree lacks the node " + id);
      }
    }
    return found;
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
    Map<Long, Hash> leaves = new HashMap<>();
    jdbc.sql(
            """
            select index + 1, hash from ledger_nodes
            where level = 0 and index >= :after and index < :after + :limit
            """)
        .param("after", after)
        .param("limit", limit)
        .query(row -> {
          leaves.put(row.getLong(1), Hash.of(row.getBytes(2)));
        });
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
