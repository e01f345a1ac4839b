package org.cordon.merkle;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Trees of invented entries, with the hashes of their complete subtrees kept. */
record Trees(List<Hash> leaves, Map<NodeId, Hash> nodes) {

  static Trees of(int size) {
    List<Hash> leaves =
        IntStream.range(0, size)
            .mapToObj(i -> TreeHash.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8)))
            .toList();
    Map<NodeId, Hash> nodes = new HashMap<>();
    CompactRange range = CompactRange.empty();
    leaves.forEach(leaf -> range.append(leaf, nodes::put));
    return new Trees(leaves, nodes);
  }

  Hash root(int size) {
    return TreeHash.root(leaves.subList(0, size));
  }

  Hash node(NodeId id) {
    Hash hash = nodes.get(id);
    if (hash == null) {
      throw new IllegalArgumentException("not kept: " + id);
    }
    return hash;
  }

  InclusionProof inclusion(int index, int size) {
    return new InclusionProof(index, size, ProofPlan.inclusion(index, size).path(this::node));
  }

  ConsistencyProof consistency(int from, int to) {
    return new ConsistencyProof(from, to, ProofPlan.consistency(from, to).path(this::node));
  }
}
