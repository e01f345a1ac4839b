package org.cordon.gateway.cases;

import java.util.UUID;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The cases of whoever is signed in, and opening one. */
@Controller
class CasesPage {
  private final Cases cases;

  CasesPage(Cases cases) {
    this.cases = cases;
  }

  @GetMapping("/cases")
  String cases(Model model) {
    try {
      model.addAttribute("me", cases.me());
      return "cases/list";
    } catch (Problem e) {
      if (e.kind() == Problem.Kind.NOT_FOUND) {
        return "cases/unknown-account";
      }
      throw e;
    }
  }

  @GetMapping("/cases/open")
  String form(Model model) {
    if (!cases.me().opensCases()) {
      throw Problem.notFound();
    }
    return form(new OpenCase("", "", ""), UUID.randomUUID().toString(), new FormErrors(), model);
  }

  @PostMapping("/cases/open")
  String open(
      @RequestParam(defaultValue = "") String reference,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String reviewType,
      @RequestParam String key,
      Model model) {
    var wanted = new OpenCase(reference.strip(), title.strip(), reviewType);
    var errors =
        new FormErrors()
            .require("reference", wanted.reference(), "Enter the reference of the review")
            .require("title", wanted.title(), "Enter a title")
            .require("reviewType", reviewType, "Select the type of review");
    if (errors.isEmpty()) {
      try {
        return "redirect:/cases/" + cases.open(wanted, key).id();
      } catch (Problem e) {
        if (e.kind() != Problem.Kind.INVALID && e.kind() != Problem.Kind.CONFLICT) {
          throw e;
        }
        errors.add(e, "reference", "reference", "title", "reviewType");
      }
    }
    return form(wanted, key, errors, model);
  }

  private static String form(OpenCase wanted, String key, FormErrors errors, Model model) {
    model.addAttribute("wanted", wanted);
    model.addAttribute("key", key);
    model.addAttribute("errors", errors);
    model.addAttribute("reviewTypes", ReviewTypes.ALL);
    return "cases/open";
  }
}
