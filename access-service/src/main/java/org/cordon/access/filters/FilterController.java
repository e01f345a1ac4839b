package org.cordon.access.filters;

import java.util.Set;
import org.cordon.access.decisions.Facts;
import org.cordon.access.labels.Labels;
import org.cordon.access.policies.Action;
import org.cordon.access.policies.PersonFacts;
import org.cordon.access.policies.Policies;
import org.cordon.platform.access.PersonFilter;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Filters for search-service. A filter shows nothing and is not recorded; what it finds comes back
 * as questions, which are.
 */
@RestController
class FilterController {
  private final Policies policies;
  private final Facts facts;
  private final Labels labels;

  FilterController(Policies policies, Facts facts, Labels labels) {
    this.policies = policies;
    this.facts = facts;
    this.labels = labels;
  }

  /**
   * For whom, and how far the index has come.
   *
   * @param indexed the label feed position that the index has refreshed
   */
  record Wanted(@Nullable PersonId person, @Nullable Long indexed) {}

  @PostMapping("/internal/filters")
  PersonFilter filter(@RequestBody Wanted wanted) {
    if (wanted.person() == null) {
      throw Problem.invalid("person", "is missing.");
    }
    if (wanted.indexed() == null || wanted.indexed() < 0) {
      throw Problem.invalid("indexed", "must be a position of the label feed.");
    }
    PersonFacts person = facts.of(wanted.person());
    Set<CaseId> cases = policies.cases(person, Action.FIND);
    return new PersonFilter(
        policies.filter(person, Action.FIND),
        cases,
        policies.casesOfEveryCommon(person, Action.READ),
        labels.relabelledSince(wanted.indexed(), cases));
  }
}
