package org.cordon.gateway.people;

import java.util.UUID;
import org.cordon.gateway.cases.Agency;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.problems.Problem;
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
    return agency(manageable(caseId), "", UUID.randomUUID().toString(), new FormErrors(), model);
  }

  @PostMapping("/cases/{caseId}/agencies/add")
  String addAgency(
      @PathVariable CaseId caseId,
      @RequestParam(defaultValue = "") String name,
      @RequestParam String key,
      RedirectAttributes afterwards,
      Model model) {
    OneCase one = manageable(caseId);
    var errors = new FormErrors().require("name", name, "Enter the name of the agency");
    if (errors.isEmpty()) {
      try {
        Agency added = cases.addAgency(caseId, name.strip(), key);
        afterwards.addFlashAttribute("done", added.name() + " now takes part in the case.");
        return "redirect:/cases/" + caseId + "/people";
      } catch (Problem e) {
        if (e.kind() != Problem.Kind.INVALID && e.kind() != Problem.Kind.CONFLICT) {
          throw e;
        }
        errors.add(e, "name", "name");
      }
    }
    return agency(one, name, key, errors, model);
  }

  private OneCase manageable(CaseId caseId) {
    OneCase one = cases.require(caseId);
    if (!one.may("managePeople")) {
      throw Problem.notFound();
    }
    return one;
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
