package org.cordon.access.proceedings;

import java.util.Optional;
import org.cordon.access.people.AgencySummary;
import org.cordon.access.people.People;
import org.cordon.platform.access.CaseSituation;
import org.cordon.platform.ids.CaseId;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What services of Cordon need to know of a case for the rules that they keep themselves (rules 9
 * and 10). Nothing is recorded: they show nobody what it says. Of a case that is not there it says
 * that nobody is in it.
 */
@RestController
class SituationController {
  private final People people;
  private final Proceedings proceedings;

  SituationController(People people, Proceedings proceedings) {
    this.people = people;
    this.proceedings = proceedings;
  }

  @GetMapping("/internal/cases/{case}/situation")
  @Transactional(readOnly = true)
  public CaseSituation situation(@PathVariable("case") CaseId caseId) {
    return new CaseSituation(
        proceedings.hasLiveCriminal(caseId),
        people.list(caseId, Optional.empty(), CaseSituation.MAX_PEOPLE).stream()
            .map(it ->
                new CaseSituation.CasePerson(
                    it.person(),
                    Optional.ofNullable(it.agency()).map(AgencySummary::id).orElse(null),
                    it.roles().stream().map(Enum::name).toList()))
            .toList());
  }
}
