package org.cordon.gateway.proceedings;

import java.util.List;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.pages.Choice;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.gateway.standings.PersonStanding;
import org.cordon.gateway.standings.SetStanding;
import org.cordon.gateway.standings.Standing;
import org.cordon.gateway.standings.Standings;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where one person stands in the proceedings, how that came to be, and setting it. */
@Controller
class StandingPage {
  private final Cases cases;
  private final Standings standings;
  private final Proceedings proceedings;

  StandingPage(Cases cases, Standings standings, Proceedings proceedings) {
    this.cases = cases;
    this.standings = standings;
    this.proceedings = proceedings;
  }

  @GetMapping("/cases/{caseId}/people/{person}/standing")
  String form(@PathVariable CaseId caseId, @PathVariable PersonId person, Model model) {
    OneCase one = cases.require(caseId, ProceedingsPage.READ);
    PersonStanding known = standings.require(caseId, person);
    model.addAttribute("revision", known.revision());
    return form(
        one,
        known,
        new SetStanding(known.standing(), known.matters(), ""),
        new FormErrors(),
        model);
  }

  @PostMapping("/cases/{caseId}/people/{person}/standing")
  String set(
      @PathVariable CaseId caseId,
      @PathVariable PersonId person,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    var sent = new Sent(fields);
    OneCase one = cases.require(caseId, ProceedingsPage.READ);
    PersonStanding known = standings.require(caseId, person);
    if (known.offered().isEmpty()) {
      throw Problem.notFound();
    }
    Standing chosen = sent.one("standing", Standing.class).orElse(null);
    var errors = new FormErrors();
    if (chosen == null || !known.offered().contains(chosen)) {
      errors.add("standing", "Select their standing");
    }
    errors.require("reason", sent.text("reason"), "Enter the reason");
    var wanted =
        new SetStanding(
            chosen == null ? known.standing() : chosen, sent.texts("matters"), sent.text("reason"));
    if (errors.isEmpty()
        && errors.isTaken(
            () -> standings.set(caseId, person, wanted, sent.number("revision")),
            "standing",
            "standing",
            "matters",
            "reason")) {
      afterwards.addFlashAttribute("done", "The standing of " + known.name() + " is saved.");
      return "redirect:/cases/" + caseId + "/people";
    }
    model.addAttribute("revision", sent.number("revision"));
    return form(one, known, wanted, errors, model);
  }

  private String form(
      OneCase one, PersonStanding known, SetStanding wanted, FormErrors errors, Model model) {
    List<Choice> matters =
        proceedings.of(one.id()).stream()
            .flatMap(each -> each.matters().stream())
            .map(matter -> new Choice(matter.name(), matter.name(), matter.description()))
            .distinct()
            .toList();
    List<Choice> offered =
        known.offered().stream()
            .map(each -> new Choice(each.name(), each.title(), each.meaning()))
            .toList();
    model.addAttribute("one", one);
    model.addAttribute("known", known);
    model.addAttribute("wanted", wanted);
    model.addAttribute("errors", errors);
    model.addAttribute("matters", matters);
    model.addAttribute("offered", offered);
    return "proceedings/standing";
  }
}
