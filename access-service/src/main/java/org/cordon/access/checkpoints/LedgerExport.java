package org.cordon.access.checkpoints;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cordon.access.ledger.Ledger;
import org.cordon.access.ledger.StoredEntry;
import org.cordon.merkle.Hash;
import org.cordon.merkle.NodeId;
import org.cordon.merkle.ProofPlan;
import org.cordon.merkle.TreeHash;
import org.cordon.merkle.VerifierKey;
import org.cordon.merkle.export.ExportScope;
import org.cordon.merkle.export.ExportWriter;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.LedgerEntryId;

/**
 * Writes the file that {@code ./cordon verify-ledger} checks, a page at a time. What it covers
 * never changes any more, so the pages need no common transaction. What is gone or unfit is written
 * as it stands: to show it is what the file is for.
 */
final class LedgerExport {
  private static final int PAGE = 1_000;
  private static final int MOST_STRAYS = 1_000;

  private final Ledger ledger;
  private final TileStore tiles;
  private final CheckpointStore checkpoints;
  private final VerifierKey key;

  LedgerExport(Ledger ledger, TileStore tiles, CheckpointStore checkpoints, VerifierKey key) {
    this.ledger = ledger;
    this.tiles = tiles;
    this.checkpoints = checkpoints;
    this.key = key;
  }

  /** Everything up to a checkpoint, with every checkpoint before it. */
  void writeWhole(StoredCheckpoint upTo, OutputStream out) throws IOException {
    ExportWriter writer = new ExportWriter(out, new ExportScope.Whole(), key);
    writeCheckpoints(-1, 0, writer);
    for (long after = 0; after < upTo.size(); after += PAGE) {
      long last = Math.min(after + PAGE, upTo.size());
      Map<Long, StoredEntry> entries = new HashMap<>();
      ledger
          .stored(after, last, PAGE, Optional.empty())
          .forEach(entry -> entries.put(entry.position(), entry));
      Map<Long, Hash> leaves = tiles.leaves(after, PAGE);
      Map<Long, StoredCheckpoint> signed = new HashMap<>();
      checkpoints
          .between(after, last, PAGE)
          .forEach(checkpoint -> signed.put(checkpoint.size(), checkpoint));
      for (long position = after + 1; position <= last; position++) {
        writePlace(position, Optional.ofNullable(entries.get(position)), leaves, writer);
        StoredCheckpoint checkpoint = signed.get(position);
        if (checkpoint != null) {
          writer.checkpoint(checkpoint.note());
        }
      }
    }
    for (LedgerEntryId stray : ledger.strays(MOST_STRAYS)) {
      writer.stray(stray.value());
    }
    writer.end();
  }

  private void writeCheckpoints(long after, long upTo, ExportWriter writer) throws IOException {
    for (StoredCheckpoint checkpoint : checkpoints.between(after, upTo, PAGE)) {
      writer.checkpoint(checkpoint.note());
    }
  }

  /** A leaf hash that is gone is written as one that nothing has. */
  private static boolean writePlace(
      long position, Optional<StoredEntry> entry, Map<Long, Hash> leaves, ExportWriter writer)
      throws IOException {
    Hash leaf = leaves.getOrDefault(position, TreeHash.empty());
    Optional<StoredEntry.Text> text = entry.flatMap(StoredEntry::text);
    if (text.isEmpty()) {
      writer.missing(position, leaf);
      return false;
    }
    return writer.entry(
        position, text.get().salt(), text.get().digest(), leaf, text.get().canonical());
  }

  /** The entries of some cases up to a checkpoint, each with its inclusion proof. */
  void writeCases(Set<CaseId> cases, StoredCheckpoint upTo, OutputStream out) throws IOException {
    List<UUID> ids = cases.stream().map(CaseId::value).sorted().toList();
    ExportWriter writer = new ExportWriter(out, new ExportScope.OfCases(ids), key);
    writer.checkpoint(upTo.note());
    long after = 0;
    List<StoredEntry> page = ledger.stored(after, upTo.size(), PAGE, Optional.of(cases));
    while (!page.isEmpty()) {
      writeProven(page, upTo.size(), writer);
      after = page.getLast().position();
      page = ledger.stored(after, upTo.size(), PAGE, Optional.of(cases));
    }
    writer.end();
  }

  private void writeProven(List<StoredEntry> page, long size, ExportWriter writer)
      throws IOException {
    Map<Long, ProofPlan> plans = new HashMap<>();
    Set<NodeId> wanted = new HashSet<>();
    for (StoredEntry entry : page) {
      ProofPlan plan = ProofPlan.inclusion(entry.position() - 1, size);
      plans.put(entry.position(), plan);
      wanted.addAll(plan.nodes());
      wanted.add(new NodeId(0, entry.position() - 1));
    }
    Map<NodeId, Hash> hashes = tiles.hashes(wanted);
    for (StoredEntry entry : page) {
      long position = entry.position();
      Hash leaf = TileStore.require(hashes, new NodeId(0, position - 1));
      ProofPlan plan = plans.get(position);
      if (writePlace(position, Optional.of(entry), Map.of(position, leaf), writer)
          && plan != null) {
        writer.proof(plan.path(id -> TileStore.require(hashes, id)));
      }
    }
  }
}
