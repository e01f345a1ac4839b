package org.cordon.access.exposures;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cordon.access.decisions.Answer;
import org.cordon.access.decisions.Decisions;
import org.cordon.access.decisions.Facts;
import org.cordon.access.decisions.Question;
import org.cordon.access.decisions.Target;
import org.cordon.access.ledger.Ledger;
import org.cordon.access.ledger.PlacedEntry;
import org.cordon.access.policies.Action;
import org.cordon.access.policies.PersonFacts;
import org.cordon.access.policies.Policies;
import org.cordon.access.policies.ResourceFacts;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
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
  private final Facts facts;
  private final Policies policies;

  LedgerController(Ledger ledger, Decisions decisions, Facts facts, Policies policies) {
    this.ledger = ledger;
    this.decisions = decisions;
    this.facts = facts;
    this.policies = policies;
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
    Optional<Set<CaseId>> cases = permitted(caller.person(), Optional.ofNullable(caseId));
    if (start < 0) {
      throw Problem.invalid("start", "must not be negative.");
    }
    if (end <= start || end - start > MOST) {
      throw Problem.invalid("end", "must be 1 to " + MOST + " more than start.");
    }
    return new Entries(start, end, ledger.entries(start, end, cases));
  }

  /** The cases whose entries may be read, each decided and recorded; empty for the whole ledger. */
  private Optional<Set<CaseId>> permitted(PersonId caller, Optional<CaseId> asked) {
    PersonFacts person = facts.of(caller);
    Set<CaseId> open =
        asked.map(Set::of).orElseGet(() -> policies.cases(person, Action.READ_LEDGER));
    boolean whole =
        asked.isEmpty()
            && (open.isEmpty()
                || policies
                    .decide(person, Action.READ_WHOLE_LEDGER, new ResourceFacts.OfInstallation())
                    .permitted());
    if (whole) {
      return decisions.permitted(
          caller, Action.READ_WHOLE_LEDGER, new Target.OfInstallation(), Optional::empty);
    }
    List<CaseId> cases = List.copyOf(open);
    List<Answer> answers =
        decisions.decide(
            cases.stream()
                .map(one -> new Question(caller, Action.READ_LEDGER, new Target.OfCase(one)))
                .toList());
    Set<CaseId> permitted = new HashSet<>();
    for (int i = 0; i < cases.size(); i++) {
      if (answers.get(i).permitted()) {
        permitted.add(cases.get(i));
      }
    }
    if (permitted.isEmpty()) {
      throw Problem.notFound();
    }
    return Optional.of(permitted);
  }
}
