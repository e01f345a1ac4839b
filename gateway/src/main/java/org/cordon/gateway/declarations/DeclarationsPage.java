package org.cordon.gateway.declarations;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.Me;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.pages.FormErrors;
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

/** Who has declared what, and declaring or withdrawing for oneself. */
@Controller
class DeclarationsPage {
  /** What access-service calls reading them. */
  static final String READ = "readProceedings";

  private final Cases cases;
  private final Declarations declarations;
  private final Clock clock;

  DeclarationsPage(Cases cases, Declarations declarations, Clock clock) {
    this.cases = cases;
    this.declarations = declarations;
    this.clock = clock;
  }

  @GetMapping("/cases/{caseId}/declarations")
  String all(@PathVariable CaseId caseId, Model model) {
    OneCase one = cases.require(caseId, READ);
    Declarations.Declared declared = declarations.of(caseId);
    Declarations.Listed listed = declarations.investigators(caseId);
    PersonId me = cases.me().person();
    model.addAttribute("one", one);
    model.addAttribute("declared", declared.items());
    model.addAttribute("investigators", listed.items());
    model.addAttribute("me", me);
    model.addAttribute("mayAdd", listed.mayAdd());
    model.addAttribute("mayRemove", listed.mayRemove());
    model.addAttribute("mayDeclare", declared.mayDeclare() && own(declared, me).isEmpty());
    return "declarations/list";
  }

  @GetMapping("/cases/{caseId}/declarations/declare")
  String form(@PathVariable CaseId caseId, Model model) {
    OneCase one = requireMayDeclare(caseId);
    return form(one, UUID.randomUUID().toString(), new FormErrors(), model);
  }

  @PostMapping("/cases/{caseId}/declarations/declare")
  String declare(
      @PathVariable CaseId caseId,
      @RequestParam(defaultValue = "") String agreed,
      @RequestParam(defaultValue = "") String key,
      RedirectAttributes afterwards,
      Model model) {
    OneCase one = requireMayDeclare(caseId);
    var errors =
        new FormErrors()
            .require("agreed", agreed, "Tick the box to declare this, or leave the page");
    if (errors.isEmpty()
        && errors.isTaken(() -> declarations.declare(caseId, key), "agreed", "agreed")) {
      afterwards.addFlashAttribute("done", "Your declaration is on record.");
      return "redirect:/cases/" + caseId + "/declarations";
    }
    return form(one, key, errors, model);
  }

  @GetMapping("/cases/{caseId}/declarations/withdraw")
  String withdrawing(@PathVariable CaseId caseId, Model model) {
    OneCase one = cases.require(caseId, READ);
    model.addAttribute("one", one);
    model.addAttribute("own", requireOwn(caseId));
    return "declarations/withdraw";
  }

  @PostMapping("/cases/{caseId}/declarations/withdraw")
  String withdraw(@PathVariable CaseId caseId, RedirectAttributes afterwards) {
    cases.require(caseId, READ);
    requireOwn(caseId);
    declarations.withdraw(caseId);
    afterwards.addFlashAttribute("done", "Your declaration is withdrawn.");
    return "redirect:/cases/" + caseId + "/declarations";
  }

  private OneCase requireMayDeclare(CaseId caseId) {
    OneCase one = cases.require(caseId, READ);
    if (!declarations.of(caseId).mayDeclare()) {
      throw Problem.notFound();
    }
    return one;
  }

  private Declaration requireOwn(CaseId caseId) {
    return own(declarations.of(caseId), cases.me().person()).orElseThrow(Problem::notFound);
  }

  private static Optional<Declaration> own(Declarations.Declared declared, PersonId me) {
    return declared.items().stream()
        .filter(each -> each.stands() && each.person().equals(me))
        .findFirst();
  }

  private String form(OneCase one, String key, FormErrors errors, Model model) {
    Me me = cases.me();
    model.addAttribute("one", one);
    model.addAttribute("key", key);
    model.addAttribute("errors", errors);
    model.addAttribute("statement", Declarations.STATEMENT);
    model.addAttribute("name", me.name());
    model.addAttribute("now", Instant.now(clock));
    return "declarations/declare";
  }
}
