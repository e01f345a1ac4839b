package org.cordon.gateway.people;

import java.util.List;
import org.cordon.gateway.cases.CaseRole;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adding a person to a case, changing their roles, taking them off. */
@Controller
class PersonPage {
  private final Cases cases;
  private final People people;

  PersonPage(Cases cases, People people) {
    this.cases = cases;
    this.people = people;
  }

  @GetMapping("/cases/{caseId}/people/add")
  String adding(@PathVariable CaseId caseId, Model model) {
    return form(
        require(caseId, "managePeople"),
        PersonId.create(),
        null,
        new SetRoles("", "", List.of()),
        new FormErrors(),
        model);
  }

  @PostMapping("/cases/{caseId}/people/add")
  String add(
      @PathVariable CaseId caseId,
      @RequestParam PersonId person,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String agency,
      @RequestParam(defaultValue = "") List<CaseRole> roles,
      RedirectAttributes afterwards,
      Model model) {
    return save(
        require(caseId, "managePeople"),
        person,
        null,
        new SetRoles(name.strip(), agency, roles),
        afterwards,
        model);
  }

  @GetMapping("/cases/{caseId}/people/{person}")
  String changing(@PathVariable CaseId caseId, @PathVariable PersonId person, Model model) {
    OneCase one = require(caseId, "managePeople");
    Revised known = people.require(caseId, person);
    return form(
        one,
        person,
        known,
        SetRoles.of(known.place(), known.place().roles()),
        new FormErrors(),
        model);
  }

  @PostMapping("/cases/{caseId}/people/{person}")
  String change(
      @PathVariable CaseId caseId,
      @PathVariable PersonId person,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String agency,
      @RequestParam(defaultValue = "") List<CaseRole> roles,
      @RequestParam(defaultValue = "") String revision,
      RedirectAttributes afterwards,
      Model model) {
    OneCase one = require(caseId, "managePeople");
    return save(
        one,
        person,
        new Revised(people.require(caseId, person).place(), revision),
        new SetRoles(name.strip(), agency, roles),
        afterwards,
        model);
  }

  @GetMapping("/cases/{caseId}/people/{person}/remove")
  String removing(@PathVariable CaseId caseId, @PathVariable PersonId person, Model model) {
    model.addAttribute("one", require(caseId, "removePeople"));
    model.addAttribute("person", people.require(caseId, person).place());
    return "people/remove";
  }

  @PostMapping("/cases/{caseId}/people/{person}/remove")
  String remove(
      @PathVariable CaseId caseId, @PathVariable PersonId person, RedirectAttributes afterwards) {
    require(caseId, "removePeople");
    PersonInCase known = people.require(caseId, person).place();
    people.set(caseId, person, SetRoles.of(known, List.of()).toSend(), "");
    afterwards.addFlashAttribute("done", known.name() + " is no longer in the case.");
    return "redirect:/cases/" + caseId + "/people";
  }

  private String save(
      OneCase one,
      PersonId person,
      @Nullable Revised known,
      SetRoles wanted,
      RedirectAttributes afterwards,
      Model model) {
    var errors = new FormErrors().require("name", wanted.name(), "Enter the person’s name");
    if (wanted.roles().isEmpty()) {
      errors.add("roles", "Select at least one role");
    }
    String revision = known == null ? "" : known.revision();
    if (errors.isEmpty()
        && errors.isTaken(
            () -> people.set(one.id(), person, wanted.toSend(), revision),
            "roles",
            "name",
            "roles",
            "agency")) {
      afterwards.addFlashAttribute(
          "done",
          known == null
              ? wanted.name() + " is now in the case."
              : "The roles of " + wanted.name() + " are saved.");
      return "redirect:/cases/" + one.id() + "/people";
    }
    return form(one, person, known, wanted, errors, model);
  }

  private OneCase require(CaseId caseId, String action) {
    OneCase one = cases.require(caseId);
    if (!one.may(action) && !one.may("managePeople")) {
      throw Problem.notFound();
    }
    return one;
  }

  private static String form(
      OneCase one,
      PersonId person,
      @Nullable Revised known,
      SetRoles wanted,
      FormErrors errors,
      Model model) {
    model.addAttribute("one", one);
    model.addAttribute("person", person);
    model.addAttribute("known", known == null ? null : known.place());
    model.addAttribute("revision", known == null ? "" : known.revision());
    model.addAttribute("wanted", wanted);
    model.addAttribute("errors", errors);
    model.addAttribute("allRoles", CaseRole.values());
    return "people/person";
  }
}
