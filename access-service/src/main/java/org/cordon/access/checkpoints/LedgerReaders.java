package org.cordon.access.checkpoints;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cordon.access.decisions.Answer;
import org.cordon.access.decisions.Decisions;
import org.cordon.access.decisions.Facts;
import org.cordon.access.decisions.Question;
import org.cordon.access.decisions.Target;
import org.cordon.access.policies.Action;
import org.cordon.access.policies.PersonFacts;
import org.cordon.access.policies.Policies;
import org.cordon.access.policies.ResourceFacts;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;

/** Who reads what of the ledger: an auditor of the installation all, others their cases. */
@Component
class LedgerReaders {
  private final Decisions decisions;
  private final Facts facts;
  private final Policies policies;

  LedgerReaders(Decisions decisions, Facts facts, Policies policies) {
    this.decisions = decisions;
    this.facts = facts;
    this.policies = policies;
  }

  /**
   * Decides and records.
   *
   * @param asked one case; empty for all that is open to the caller
   * @return the cases whose entries may be read; empty for the whole ledger
   * @throws Problem NOT_FOUND when none is open
   */
  Optional<Set<CaseId>> require(PersonId caller, Optional<CaseId> asked) {
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
