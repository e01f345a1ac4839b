package org.cordon.merkle.export;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.cordon.merkle.CompactRange;
import org.cordon.merkle.SignedCheckpoint;
import org.cordon.merkle.TreeHash;
import org.cordon.merkle.Unverified;
import org.cordon.merkle.VerifierKey;

/**
 * Works the tree out again from every entry and holds it against each signed checkpoint at its
 * size. Two trees are kept: one over the leaf hashes that the ledger recorded, and, from the first
 * entry on whose text gives another hash, one over what the texts give. If the recorded one fits a
 * signature, that entry is the first bad one; if neither does, entry and record were both
 * rewritten, and the first bad one is after the last checkpoint that fits.
 */
final class WholeLedgerCheck {
  private final VerifierKey key;
  private final Deque<SignedCheckpoint> kept;
  private final int keptAtFirst;
  private final CompactRange recorded = CompactRange.empty();
  private Optional<Deviation> deviation = Optional.empty();
  private long proven;
  private long checkpoints;

  /** Where text and record part, and the tree over the texts from there on. */
  private record Deviation(long position, String reason, CompactRange texts) {}

  WholeLedgerCheck(VerifierKey key, List<SignedCheckpoint> kept) {
    this.key = key;
    this.kept =
        new ArrayDeque<>(
            kept.stream().sorted(Comparator.comparingLong(SignedCheckpoint::size)).toList());
    this.keptAtFirst = kept.size();
  }

  /** The verdict, if this record settles it. */
  Optional<Verdict> take(ExportRecord next) throws MalformedExport {
    return switch (next) {
      case ExportRecord.Placed placed -> place(placed);
      case ExportRecord.Note note -> checkpoint(note);
      case ExportRecord.Stray stray ->
          Optional.of(
              Verdict.Refuted.at(
                  recorded.size() + 1,
                  "an entry with the id %s stands in the table and was never given a place"
                      .formatted(stray.id())));
      case ExportRecord.Proof _ ->
          throw new MalformedExport("A file of the whole ledger has no proof of one entry.");
    };
  }

  private Optional<Verdict> place(ExportRecord.Placed placed) throws MalformedExport {
    if (placed.position() != recorded.size() + 1) {
      throw new MalformedExport(
          "After position %d comes %d.".formatted(recorded.size(), placed.position()));
    }
    Optional<Verdict> before = compareKeptOfNothing();
    if (before.isPresent()) {
      return before;
    }
    switch (placed) {
      case ExportRecord.Entry entry -> {
        var computed = entry.computed();
        if (deviation.isEmpty() && !computed.equals(entry.recorded())) {
          deviate(entry.position(), "the entry %s is not the one recorded".formatted(entry.id()));
        } else if (deviation.isEmpty() && !entry.hasItsDigest()) {
          deviate(
              entry.position(),
              "the digest kept for the entry %s is not that of its text".formatted(entry.id()));
        }
        deviation.ifPresent(since -> since.texts().append(computed));
      }
      case ExportRecord.Missing missing -> {
        if (deviation.isEmpty()) {
          deviate(missing.position(), "the entry is gone or cannot be read");
        }
        // Nothing hashes to this, so the texts fit no checkpoint from here on.
        deviation.ifPresent(since -> since.texts().append(TreeHash.empty()));
      }
    }
    recorded.append(placed.recorded());
    return compareKept();
  }

  private void deviate(long position, String reason) {
    deviation = Optional.of(new Deviation(position, reason, recorded.copy()));
  }

  private Optional<Verdict> compareKept() {
    while (!kept.isEmpty() && kept.getFirst().size() <= recorded.size()) {
      Optional<Verdict> refuted = compare(kept.removeFirst(), "kept elsewhere");
      if (refuted.isPresent()) {
        return refuted;
      }
    }
    return Optional.empty();
  }

  private Optional<Verdict> checkpoint(ExportRecord.Note note) {
    SignedCheckpoint signed;
    try {
      signed = SignedCheckpoint.open(note.text(), key);
    } catch (Unverified e) {
      return refuted("a checkpoint in the file does not hold: " + e.getMessage());
    }
    if (signed.size() != recorded.size()) {
      return refuted(
          "a checkpoint of %d entries stands after entry %d"
              .formatted(signed.size(), recorded.size()));
    }
    checkpoints++;
    return compare(signed, "in the file");
  }

  private Optional<Verdict> compare(SignedCheckpoint signed, String where) {
    if (recorded.root().equals(signed.root())) {
      proven = signed.size();
      return deviation.map(since -> Verdict.Refuted.at(since.position(), since.reason()));
    }
    if (deviation.isPresent() && deviation.get().texts().root().equals(signed.root())) {
      return Optional.of(
          Verdict.Refuted.at(
              deviation.get().position(),
              "the entry is as it was signed, but the hash that the ledger keeps for it is not"));
    }
    return refuted(
        "the entries are not those of the checkpoint of %d entries %s"
            .formatted(signed.size(), where));
  }

  private Optional<Verdict> refuted(String reason) {
    long last = Math.max(recorded.size(), proven + 1);
    return Optional.of(new Verdict.Refuted(proven + 1, last, reason));
  }

  /** The verdict when the file has ended. */
  Verdict end() {
    Optional<Verdict> left = compareKeptOfNothing();
    if (left.isPresent()) {
      return left.get();
    }
    if (!kept.isEmpty()) {
      return Verdict.Refuted.at(
          recorded.size() + 1,
          "the ledger ends there; the checkpoint kept elsewhere covers %d entries"
              .formatted(kept.getLast().size()));
    }
    if (proven != recorded.size() || checkpoints == 0) {
      return new Verdict.Refuted(
          proven + 1,
          Math.max(recorded.size(), proven + 1),
          "no checkpoint in the file covers what comes after entry " + proven);
    }
    return new Verdict.Verified(
        recorded.size(), recorded.size(), recorded.root(), checkpoints, keptAtFirst);
  }

  /** A checkpoint of an empty ledger is kept, and there was no entry to compare it at. */
  private Optional<Verdict> compareKeptOfNothing() {
    return recorded.size() == 0 ? compareKept() : Optional.empty();
  }
}
