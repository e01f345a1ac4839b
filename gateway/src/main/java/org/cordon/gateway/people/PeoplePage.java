package org.cordon.gateway.people;

import java.util.List;
import java.util.UUID;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.standings.Standings;
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
  /** What puts something to do beside a person's name. */
  private static final List<String> ACTIONS =
      List.of("managePeople", "removePeople", "readProceedings", "readExposures");

  private final Cases cases;
  private final People people;
  private final Standings standings;

  PeoplePage(Cases cases, People people, Standings standings) {
    this.cases = cases;
    this.people = people;
    this.standings = standings;
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
    model.addAttribute("standings", one.may("readProceedings") ? standings.byPerson(caseId) : null);
    model.addAttribute("actions", ACTIONS.stream().anyMatch(one::may));
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
