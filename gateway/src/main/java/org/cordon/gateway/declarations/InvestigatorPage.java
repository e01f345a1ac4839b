package org.cordon.gateway.declarations;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.pages.Choice;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.people.People;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Putting someone on the list of investigators, and taking them off it. */
@Controller
class InvestigatorPage {
  private final Cases cases;
  private final Declarations declarations;
  private final People people;

  InvestigatorPage(Cases cases, Declarations declarations, People people) {
    this.cases = cases;
    this.declarations = declarations;
    this.people = people;
  }

  @GetMapping("/cases/{caseId}/investigators/add")
  String adding(@PathVariable CaseId caseId, Model model) {
    OneCase one = cases.require(caseId, DeclarationsPage.READ);
    return form(one, requireMayAdd(caseId), "", "", new FormErrors(), model);
  }

  @PostMapping("/cases/{caseId}/investigators/add")
  String add(
      @PathVariable CaseId caseId,
      @RequestParam(defaultValue = "") String person,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes afterwards,
      Model model) {
    OneCase one = cases.require(caseId, DeclarationsPage.READ);
    List<Choice> choices = requireMayAdd(caseId);
    Choice chosen =
        choices.stream().filter(each -> each.value().equals(person)).findFirst().orElse(null);
    var errors = new FormErrors();
    if (chosen == null) {
      errors.add("person", "Select a person");
    }
    errors.require("reason", reason, "Enter how they are involved");
    if (chosen != null
        && errors.isEmpty()
        && errors.isTaken(
            () ->
                declarations.addInvestigator(caseId, PersonId.from(chosen.value()), reason.strip()),
            "person",
            "reason")) {
      afterwards.addFlashAttribute("done", chosen.title() + " is on the list of investigators.");
      return "redirect:/cases/" + caseId + "/declarations";
    }
    return form(one, choices, person, reason, errors, model);
  }

  @GetMapping("/cases/{caseId}/investigators/{person}/remove")
  String removing(@PathVariable CaseId caseId, @PathVariable PersonId person, Model model) {
    OneCase one = cases.require(caseId, DeclarationsPage.READ);
    return removing(one, requireRemovable(caseId, person), "", new FormErrors(), model);
  }

  @PostMapping("/cases/{caseId}/investigators/{person}/remove")
  String remove(
      @PathVariable CaseId caseId,
      @PathVariable PersonId person,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes afterwards,
      Model model) {
    OneCase one = cases.require(caseId, DeclarationsPage.READ);
    Investigator known = requireRemovable(caseId, person);
    var errors = new FormErrors().require("reason", reason, "Enter the reason");
    if (errors.isEmpty()
        && errors.isTaken(
            () -> declarations.removeInvestigator(caseId, person, reason.strip()),
            "reason",
            "reason")) {
      afterwards.addFlashAttribute(
          "done", known.name() + " is no longer on the list of investigators.");
      return "redirect:/cases/" + caseId + "/declarations";
    }
    return removing(one, known, reason, errors, model);
  }

  /** Everybody in the case who is not on the list yet. */
  private List<Choice> requireMayAdd(CaseId caseId) {
    Declarations.Listed listed = declarations.investigators(caseId);
    if (!listed.mayAdd()) {
      throw Problem.notFound();
    }
    Set<PersonId> known =
        listed.items().stream().map(Investigator::person).collect(Collectors.toSet());
    return people.in(caseId, null).items().stream()
        .filter(each -> !known.contains(each.person()))
        .map(each -> Choice.of(each.person(), each.name()))
        .toList();
  }

  /** Nobody takes themselves off. */
  private Investigator requireRemovable(CaseId caseId, PersonId person) {
    Declarations.Listed listed = declarations.investigators(caseId);
    if (!listed.mayRemove() || cases.me().person().equals(person)) {
      throw Problem.notFound();
    }
    return listed.items().stream()
        .filter(each -> each.person().equals(person))
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  private static String form(
      OneCase one,
      List<Choice> choices,
      String person,
      String reason,
      FormErrors errors,
      Model model) {
    model.addAttribute("one", one);
    model.addAttribute("people", choices);
    model.addAttribute("person", person);
    model.addAttribute("reason", reason);
    model.addAttribute("errors", errors);
    return "declarations/investigator";
  }

  private static String removing(
      OneCase one, Investigator known, String reason, FormErrors errors, Model model) {
    model.addAttribute("one", one);
    model.addAttribute("known", known);
    model.addAttribute("reason", reason);
    model.addAttribute("errors", errors);
    return "declarations/remove";
  }
}
