package org.cordon.gateway.preparation;

import java.util.List;
import org.cordon.gateway.cases.CaseRole;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.items.Items;
import org.cordon.gateway.people.People;
import org.cordon.gateway.people.PersonInCase;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Those who take part in a case, and how far each is prepared. */
@Controller
class PreparationPage {
  /** What access-service calls seeing how people are prepared. */
  static final String READ = "readPreparation";

  /** What access-service calls preparing them. */
  static final String MANAGE = "managePreparation";

  private final Cases cases;
  private final People people;
  private final Preparations preparations;
  private final Packs packs;

  PreparationPage(Cases cases, People people, Preparations preparations, Items items) {
    this.cases = cases;
    this.people = people;
    this.preparations = preparations;
    this.packs = new Packs(items);
  }

  @GetMapping("/cases/{caseId}/preparation")
  String all(@PathVariable CaseId caseId, Model model) {
    model.addAttribute("one", cases.require(caseId, READ));
    List<Preparations.Participant> participants = preparations.participants(caseId);
    model.addAttribute("participants", participants);
    model.addAttribute(
        "prepared", participants.stream().filter(it -> it.preparation().complete()).count());
    return "preparation/list";
  }

  @GetMapping("/cases/{caseId}/preparation/{person}")
  String one(@PathVariable CaseId caseId, @PathVariable PersonId person, Model model) {
    OneCase one = cases.require(caseId, READ);
    PersonInCase known = people.find(caseId, person).orElseThrow(Problem::notFound);
    Preparation preparation = preparations.of(caseId, person);
    model.addAttribute("one", one);
    model.addAttribute("person", known);
    model.addAttribute("family", known.roles().contains(CaseRole.FAMILY_MEMBER));
    model.addAttribute("preparation", preparation);
    model.addAttribute("pack", packs.title(one, preparation));
    return "preparation/person";
  }
}
