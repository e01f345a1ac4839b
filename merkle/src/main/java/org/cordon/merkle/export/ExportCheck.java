package org.cordon.merkle.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cordon.merkle.SignedCheckpoint;
import org.cordon.merkle.Unverified;
import org.cordon.merkle.VerifierKey;

/**
 * Checks a file against a key and against checkpoints that were kept elsewhere.
 *
 * @param key of the ledger; empty to take the one that the file names, which proves no more than
 *     that the file fits itself
 * @param notes checkpoints kept elsewhere, as they were signed
 */
record ExportCheck(Optional<VerifierKey> key, List<String> notes) {
  ExportCheck {
    notes = List.copyOf(notes);
  }

  /** What was found, and in what. */
  record Checked(ExportScope scope, VerifierKey key, Verdict verdict) {}

  /**
   * Reads the whole file once, in constant memory.
   *
   * @throws MalformedExport when it is no export or not the whole of one
   */
  Checked check(InputStream file) throws IOException {
    ExportReader reader = new ExportReader(file);
    VerifierKey trusted = key.orElse(reader.key());
    List<SignedCheckpoint> kept = new ArrayList<>();
    for (String note : notes) {
      try {
        kept.add(SignedCheckpoint.open(note, trusted));
      } catch (Unverified e) {
        return new Checked(
            reader.scope(),
            trusted,
            new Verdict.Incomparable(
                "The checkpoint kept elsewhere does not hold: %s.".formatted(e.getMessage())));
      }
    }
    Verdict verdict =
        switch (reader.scope()) {
          case ExportScope.Whole _ -> whole(reader, new WholeLedgerCheck(trusted, kept));
          case ExportScope.OfCases _ -> cases(reader, new CasesCheck(trusted, kept));
        };
    return new Checked(reader.scope(), trusted, verdict);
  }

  private static Verdict whole(ExportReader reader, WholeLedgerCheck check) throws IOException {
    Optional<ExportRecord> next = reader.next();
    while (next.isPresent()) {
      Optional<Verdict> settled = check.take(next.get());
      if (settled.isPresent()) {
        return settled.get();
      }
      next = reader.next();
    }
    return check.end();
  }

  private static Verdict cases(ExportReader reader, CasesCheck check) throws IOException {
    Optional<ExportRecord> next = reader.next();
    while (next.isPresent()) {
      Optional<Verdict> settled = check.take(next.get());
      if (settled.isPresent()) {
        return settled.get();
      }
      next = reader.next();
    }
    return check.end();
  }
}
