package org.cordon.access.checkpoints;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cordon.merkle.ConsistencyProof;
import org.cordon.merkle.Hash;
import org.cordon.merkle.InclusionProof;
import org.cordon.merkle.NodeId;
import org.cordon.merkle.ProofPlan;
import org.cordon.merkle.SigningKey;
import org.cordon.merkle.VerifierKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was signed of the ledger, and proofs from the tree beneath. */
@Service
public class Checkpoints {
  private final CheckpointStore checkpoints;
  private final TileStore tiles;
  private final VerifierKey key;

  Checkpoints(CheckpointStore checkpoints, TileStore tiles, SigningKey key) {
    this.checkpoints = checkpoints;
    this.tiles = tiles;
    this.key = key.verifierKey();
  }

  /** What every checkpoint is verified with. */
  public VerifierKey key() {
    return key;
  }

  /** The newest checkpoint; empty only in the first second of a ledger. */
  public Optional<StoredCheckpoint> findNewest() {
    return checkpoints.findNewest();
  }

  /** The checkpoint of exactly that many entries. */
  public Optional<StoredCheckpoint> find(long size) {
    return checkpoints.find(size);
  }

  /** Checkpoints of more than {@code after} entries, smallest first. */
  public List<StoredCheckpoint> after(long after, int limit) {
    return checkpoints.between(after, Long.MAX_VALUE, limit);
  }

  /** An entry's leaf hash, and the way from it to the root. */
  public record Inclusion(Hash leaf, InclusionProof proof) {}

  /**
   * That an entry is in the ledger.
   *
   * @param position from 1
   * @param size of the ledger; at most that of the newest checkpoint
   */
  @Transactional(readOnly = true)
  public Inclusion inclusion(long position, long size) {
    ProofPlan plan = ProofPlan.inclusion(position - 1, size);
    NodeId leaf = new NodeId(0, position - 1);
    Map<NodeId, Hash> leaves = tiles.hashes(List.of(leaf));
    Map<NodeId, Hash> hashes = tiles.hashes(plan.nodes());
    return new Inclusion(
        TileStore.require(leaves, leaf),
        new InclusionProof(position - 1, size, plan.path(id -> TileStore.require(hashes, id))));
  }

  /**
   * That the ledger of one size is the beginning of another.
   *
   * @param to at most the size of the newest checkpoint
   */
  @Transactional(readOnly = true)
  public ConsistencyProof consistency(long from, long to) {
    ProofPlan plan = ProofPlan.consistency(from, to);
    Map<NodeId, Hash> hashes = tiles.hashes(plan.nodes());
    return new ConsistencyProof(from, to, plan.path(id -> TileStore.require(hashes, id)));
  }
}
