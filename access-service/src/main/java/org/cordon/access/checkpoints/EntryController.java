package org.cordon.access.checkpoints;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cordon.access.ledger.Ledger;
import org.cordon.access.ledger.PlacedEntry;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger's entries by position, for the auditor, and for the approving officer of a case. */
@RestController
class EntryController {
  private static final int MOST = 1_000;

  private final Ledger ledger;
  private final LedgerReaders readers;

  EntryController(Ledger ledger, LedgerReaders readers) {
    this.ledger = ledger;
    this.readers = readers;
  }

  /** Entries from {@code start} up to, not including, {@code end}. */
  record Entries(long start, long end, List<PlacedEntry> entries) {}

  /**
   * Reads a stretch of the ledger: all of it for an auditor of the installation, otherwise what
   * belongs to the cases whose ledger is open to the caller.
   *
   * @param start the first position; the ledger's first is 1
   * @param end one past the last; at most 1,000 on from the start
   * @param caseId for the entries of one case
   */
  @GetMapping("/api/access/ledger/entries")
  Entries entries(
      @RequestParam long start,
      @RequestParam long end,
      @RequestParam(name = "case", required = false) @Nullable CaseId caseId,
      Caller caller) {
    Optional<Set<CaseId>> cases = readers.require(caller.person(), Optional.ofNullable(caseId));
    if (start < 0) {
      throw Problem.invalid("start", "must not be negative.");
    }
    if (end <= start || end - start > MOST) {
      throw Problem.invalid("end", "must be 1 to " + MOST + " more than start.");
    }
    return new Entries(start, end, ledger.entries(start, end, cases));
  }
}
