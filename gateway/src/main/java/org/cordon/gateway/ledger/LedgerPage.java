package org.cordon.gateway.ledger;

import java.util.Optional;
import org.cordon.gateway.cases.Cases;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The ledger of a case, or all of it for an auditor of the installation. */
@Controller
class LedgerPage {
  /** What access-service calls reading the ledger of a case. */
  private static final String READ = "readLedger";

  private final Cases cases;
  private final LedgerSource ledger;

  LedgerPage(Cases cases, LedgerSource ledger) {
    this.cases = cases;
    this.ledger = ledger;
  }

  @GetMapping("/cases/{caseId}/ledger")
  String ofCase(
      @PathVariable CaseId caseId,
      @RequestParam(required = false) @Nullable Long before,
      Model model) {
    model.addAttribute("one", cases.require(caseId, READ));
    show(caseId, before, model);
    return "ledger/case";
  }

  @PostMapping("/cases/{caseId}/ledger/check")
  String checkOfCase(@PathVariable CaseId caseId, @RequestParam long position, Model model) {
    model.addAttribute("one", cases.require(caseId, READ));
    check(caseId, position, model);
    return "ledger/case-check";
  }

  @GetMapping("/ledger")
  String whole(@RequestParam(required = false) @Nullable Long before, Model model) {
    requireAuditor();
    show(null, before, model);
    return "ledger/whole";
  }

  @PostMapping("/ledger/check")
  String checkOfWhole(@RequestParam long position, Model model) {
    requireAuditor();
    check(null, position, model);
    return "ledger/whole-check";
  }

  private void requireAuditor() {
    if (!cases.me().auditsLedger()) {
      throw Problem.notFound();
    }
  }

  private void show(@Nullable CaseId caseId, @Nullable Long before, Model model) {
    Optional<SignedState> newest = ledger.newest();
    long end = newest.map(SignedState::size).orElse(0L) + 1;
    Listing listing = Listing.of(before == null ? end : Math.clamp(before, 1, end), caseId, ledger);
    model.addAttribute("state", newest.orElse(null));
    model.addAttribute("entries", listing.entries());
    model.addAttribute("earlier", listing.earlier().orElse(null));
    model.addAttribute("key", ledger.key().key());
    model.addAttribute("before", before);
  }

  private void check(@Nullable CaseId caseId, long position, Model model) {
    if (position < 1) {
      throw Problem.notFound();
    }
    SignedState state =
        ledger
            .newest()
            .orElseThrow(() ->
                new Problem(
                    Problem.Kind.CONFLICT,
                    "The ledger has not been signed yet. Try again in a few seconds."));
    Entry entry =
        ledger.entries(position, position + 1, caseId).stream()
            .findFirst()
            .orElseThrow(Problem::notFound);
    String key = ledger.key().key();
    Proof proof = ledger.inclusion(LedgerEntryId.from(entry.id()), state.size());
    model.addAttribute("check", Check.of(entry, state, proof, key));
    model.addAttribute("entry", entry);
    model.addAttribute("state", state);
    model.addAttribute("key", key);
  }
}
