package org.cordon.merkle.export;

import java.util.List;
import java.util.Optional;
import org.cordon.merkle.InclusionProof;
import org.cordon.merkle.SignedCheckpoint;
import org.cordon.merkle.Unverified;
import org.cordon.merkle.VerifierKey;

/**
 * Follows each entry's own proof to the one signed root. That shows that every entry in the file is
 * in the ledger, unaltered and in its place; it cannot show that none of the case's was left out.
 */
final class CasesCheck {
  private final VerifierKey key;
  private final List<SignedCheckpoint> kept;
  private Optional<SignedCheckpoint> checkpoint = Optional.empty();
  private Optional<ExportRecord.Entry> unproven = Optional.empty();
  private long entries;
  private long newest;

  CasesCheck(VerifierKey key, List<SignedCheckpoint> kept) {
    this.key = key;
    this.kept = List.copyOf(kept);
  }

  /** The verdict, if this record settles it. */
  Optional<Verdict> take(ExportRecord next) throws MalformedExport {
    if (unproven.isPresent() && !(next instanceof ExportRecord.Proof)) {
      throw new MalformedExport("An entry has no proof after it.");
    }
    return switch (next) {
      case ExportRecord.Note note -> checkpoint(note);
      case ExportRecord.Entry entry -> {
        advance(entry.position());
        unproven = Optional.of(entry);
        yield Optional.empty();
      }
      case ExportRecord.Proof proof -> prove(proof);
      case ExportRecord.Missing missing -> {
        advance(missing.position());
        yield Optional.of(
            Verdict.Refuted.at(missing.position(), "the entry is gone or cannot be read"));
      }
      case ExportRecord.Stray _ ->
          throw new MalformedExport("A file of cases says nothing of entries without a place.");
    };
  }

  private Optional<Verdict> checkpoint(ExportRecord.Note note) throws MalformedExport {
    if (checkpoint.isPresent()) {
      throw new MalformedExport("A file of cases has one checkpoint.");
    }
    SignedCheckpoint signed;
    try {
      signed = SignedCheckpoint.open(note.text(), key);
    } catch (Unverified e) {
      return Optional.of(
          new Verdict.Refuted(1, 1, "the checkpoint in the file does not hold: " + e.getMessage()));
    }
    checkpoint = Optional.of(signed);
    for (SignedCheckpoint other : kept) {
      if (other.size() == signed.size() && !other.root().equals(signed.root())) {
        return Optional.of(
            new Verdict.Refuted(
                1,
                signed.size(),
                "the ledger signed two roots for %d entries".formatted(other.size())));
      }
    }
    return Optional.empty();
  }

  private void advance(long position) throws MalformedExport {
    if (position <= newest) {
      throw new MalformedExport("After position %d comes %d.".formatted(newest, position));
    }
    newest = position;
    entries++;
  }

  private Optional<Verdict> prove(ExportRecord.Proof proof) throws MalformedExport {
    if (unproven.isEmpty() || checkpoint.isEmpty()) {
      throw new MalformedExport("A proof has no entry or no checkpoint before it.");
    }
    ExportRecord.Entry entry = unproven.get();
    unproven = Optional.empty();
    long size = checkpoint.get().size();
    if (entry.position() > size) {
      throw new MalformedExport("The checkpoint does not cover entry " + entry.position() + ".");
    }
    try {
      new InclusionProof(entry.position() - 1, size, proof.path())
          .verify(entry.computed(), checkpoint.get().root());
      return entry.hasItsDigest() && entry.computed().equals(entry.recorded())
          ? Optional.empty()
          : Optional.of(
              Verdict.Refuted.at(
                  entry.position(),
                  "the entry is as it was signed, but a hash that the ledger keeps for it is not"));
    } catch (Unverified e) {
      return Optional.of(
          Verdict.Refuted.at(
              entry.position(),
              "the entry %s is not the one recorded: %s".formatted(entry.id(), e.getMessage())));
    }
  }

  /** The verdict when the file has ended. */
  Verdict end() throws MalformedExport {
    if (unproven.isPresent() || checkpoint.isEmpty()) {
      throw new MalformedExport("An entry has no proof after it, or the file has no checkpoint.");
    }
    SignedCheckpoint signed = checkpoint.get();
    for (SignedCheckpoint other : kept) {
      if (other.size() != signed.size()) {
        return new Verdict.Incomparable(
            "The file is proven against a checkpoint of %d entries and cannot be compared with the "
                    .formatted(signed.size())
                + "one of %1$d: export the case again with size=%1$d.".formatted(other.size()));
      }
    }
    return new Verdict.Verified(entries, signed.size(), signed.root(), 1, kept.size());
  }
}
