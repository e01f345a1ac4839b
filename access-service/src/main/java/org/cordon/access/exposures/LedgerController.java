package org.cordon.access.exposures;

import java.util.List;
import java.util.Optional;
import org.cordon.access.decisions.Decisions;
import org.cordon.access.decisions.Target;
import org.cordon.access.ledger.Ledger;
import org.cordon.access.ledger.PlacedEntry;
import org.cordon.access.policies.Action;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger's entries by position, for the auditor, and for the approving officer of a case. */
@RestController
class LedgerController {
  private static final int MOST = 1_000;

  private final Ledger ledger;
  private final Decisions decisions;

  LedgerController(Ledger ledger, Decisions decisions) {
    this.ledger = ledger;
    this.decisions = decisions;
  }

  /** Entries from {@code start} up to, not including, {@code end}. */
  record Entries(long start, long end, List<PlacedEntry> entries) {}

  /**
   * Reads a stretch of the ledger.
   *
   * @param start the first position, from 1
   * @param end one past the last; at most 1,000 on from the start
   * @param caseId for the entries of one case; without it the whole ledger is asked for
   */
  @GetMapping("/api/access/ledger/entries")
  Entries entries(
      @RequestParam long start,
      @RequestParam long end,
      @RequestParam(name = "case", required = false) @Nullable CaseId caseId,
      Caller caller) {
    if (start < 1) {
      throw Problem.invalid("start", "must be at least 1.");
    }
    if (end <= start || end - start > MOST) {
      throw Problem.invalid("end", "must be 1 to " + MOST + " more than start.");
    }
    return decisions.permitted(
        caller.person(),
        caseId == null ? Action.READ_WHOLE_LEDGER : Action.READ_LEDGER,
        caseId == null ? new Target.OfInstallation() : new Target.OfCase(caseId),
        () -> new Entries(start, end, ledger.entries(start, end, Optional.ofNullable(caseId))));
  }
}
