package org.cordon.gateway.people;

import java.util.UUID;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.platform.ids.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is in a case, with which roles, and from which agencies. */
@Controller
class PeoplePage {
  private final Cases cases;
  private final People people;

  PeoplePage(Cases cases, People people) {
    this.cases = cases;
    this.people = people;
  }

  @GetMapping("/cases/{caseId}/people")
  String people(
      @PathVariable CaseId caseId,
      @RequestParam(required = false) @Nullable String after,
      Model model) {
    OneCase one = cases.require(caseId);
    model.addAttribute("one", one);
    model.addAttribute("page", people.in(caseId, after));
    model.addAttribute("me", cases.me().person());
    return "people/list";
  }

  @GetMapping("/cases/{caseId}/agencies/add")
  String agency(@PathVariable CaseId caseId, Model model) {
    return agency(
        cases.require(caseId, "managePeople"),
        "",
        UUID.randomUUID().toString(),
        new FormErrors(),
        model);
  }

  @PostMapping("/cases/{caseId}/agencies/add")
  String addAgency(
      @PathVariable CaseId caseId,
      @RequestParam(defaultValue = "") String name,
      @RequestParam String key,
      RedirectAttributes afterwards,
      Model model) {
    OneCase one = cases.require(caseId, "managePeople");
    var errors = new FormErrors().require("name", name, "Enter the name of the agency");
    if (errors.isEmpty()
        && errors.isTaken(() -> cases.addAgency(caseId, name.strip(), key), "name", "name")) {
      afterwards.addFlashAttribute("done", name.strip() + " now takes part in the case.");
      return "redirect:/cases/" + caseId + "/people";
    }
    return agency(one, name, key, errors, model);
  }

  private static String agency(
      OneCase one, String name, String key, FormErrors errors, Model model) {
    model.addAttribute("one", one);
    model.addAttribute("name", name);
    model.addAttribute("key", key);
    model.addAttribute("errors", errors);
    return "people/agency";
  }
}
