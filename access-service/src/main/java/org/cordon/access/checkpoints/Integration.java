package org.cordon.access.checkpoints;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.cordon.access.ledger.Ledger;
import org.cordon.access.ledger.StoredDigest;
import org.cordon.merkle.Checkpoint;
import org.cordon.merkle.CompactRange;
import org.cordon.merkle.SignedCheckpoint;
import org.cordon.merkle.SigningKey;
import org.cordon.merkle.TreeHash;
import org.cordon.merkle.Unverified;
import org.cordon.platform.problems.IntegrityFailure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One round of the sequencer: what has a position and is not in the tree yet goes into it, and the
 * tree is signed, all in one transaction under an advisory lock that one instance holds. Rounds of
 * one object come one after another.
 *
 * <p>Before it goes on it checks that the tree in the database is the one that was signed last, and
 * that nothing has been taken back of what this instance saw signed: a key must never sign two
 * histories.
 */
final class Integration {
  /** Entries in one round: a second's worth and more, and few enough for one transaction. */
  static final int AT_ONCE = 5_000;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Ledger ledger;
  private final TileStore tiles;
  private final CheckpointStore checkpoints;
  private final SigningKey key;
  private final Clock clock;
  private Optional<SignedCheckpoint> seen = Optional.empty();

  Integration(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      Ledger ledger,
      TileStore tiles,
      CheckpointStore checkpoints,
      SigningKey key,
      Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.ledger = ledger;
    this.tiles = tiles;
    this.checkpoints = checkpoints;
    this.key = key;
    this.clock = clock;
  }

  /** What a round came to: how many entries it took in, and the newest checkpoint after it. */
  private record Round(int entries, Optional<SignedCheckpoint> newest) {}

  /**
   * Runs one round.
   *
   * @return how many entries went into the tree; 0 also when another instance is at it
   * @throws IntegrityFailure when tree, ledger and last signature do not fit; nothing is signed
   *     then
   */
  int round() {
    Round round = transactions.execute(_ -> isAlone() ? integrate() : idle());
    if (round == null) {
      throw new IllegalStateException("no round");
    }
    // Only what has been committed has been signed.
    seen = round.newest();
    return round.entries();
  }

  private boolean isAlone() {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:name, 0))")
        .param("name", "cordon-ledger-checkpoints")
        .query(Boolean.class)
        .single();
  }

  private Round idle() {
    return new Round(0, seen);
  }

  private Round integrate() {
    Optional<SignedCheckpoint> last = checkpoints.findNewest().map(this::opened);
    long size = last.map(SignedCheckpoint::size).orElse(0L);
    CompactRange tree = tiles.tree(size);
    requireSame(tree, last);
    requireNothingTakenBack(size);
    List<StoredDigest> placed = place(size);
    if (placed.isEmpty() && last.isPresent()) {
      return new Round(0, last);
    }
    List<TileStore.Node> added = new ArrayList<>(2 * placed.size());
    for (StoredDigest entry : placed) {
      tree.append(
          TreeHash.leaf(digest(entry, tree.size() + 1)),
          (id, hash) -> added.add(new TileStore.Node(id, hash)));
    }
    if (!added.isEmpty()) {
      tiles.add(added);
    }
    SignedCheckpoint signed =
        key.sign(new Checkpoint(key.verifierKey().name(), tree.size(), tree.root()));
    checkpoints.add(signed, clock.instant());
    return new Round(placed.size(), Optional.of(signed));
  }

  /**
   * What has a position already, if a round before did not come to its end, and then what waits.
   */
  private List<StoredDigest> place(long size) {
    List<StoredDigest> placed = new ArrayList<>(ledger.digests(size, AT_ONCE));
    if (placed.size() < AT_ONCE) {
      placed.addAll(ledger.place(AT_ONCE - placed.size()));
    }
    return placed;
  }

  private SignedCheckpoint opened(StoredCheckpoint stored) {
    try {
      return SignedCheckpoint.open(stored.note(), key.verifierKey());
    } catch (Unverified e) {
      throw new IntegrityFailure(
          "the ledger's newest checkpoint (%d entries) is not signed with this key"
              .formatted(stored.size()),
          e);
    }
  }

  private static void requireSame(CompactRange tree, Optional<SignedCheckpoint> last) {
    if (last.isPresent() && !last.get().root().equals(tree.root())) {
      throw new IntegrityFailure(
          "the ledger's tree of %d entries has the root %s.., but %s.. was signed"
              .formatted(
                  tree.size(),
                  TileStore.shortly(tree.root()),
                  TileStore.shortly(last.get().root())));
    }
  }

  private void requireNothingTakenBack(long size) {
    if (seen.isEmpty()) {
      return;
    }
    SignedCheckpoint before = seen.get();
    if (before.size() > size || !tiles.tree(before.size()).root().equals(before.root())) {
      throw new IntegrityFailure(
          "the ledger of %d entries does not begin with the %d that were signed before"
              .formatted(size, before.size()));
    }
  }

  private static byte[] digest(StoredDigest entry, long position) {
    if (entry.position() != position || entry.digest().isEmpty()) {
      throw new IntegrityFailure("the ledger's entry at position " + position + " is gone");
    }
    return HexFormat.of().parseHex(entry.digest().get());
  }
}
