package org.cordon.gateway.papers;

import java.util.Optional;
import java.util.UUID;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.pages.Choice;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Beginning a working paper: what it is for, and its title. */
@Controller
class NewPaperPage {
  private final Cases cases;
  private final Papers papers;

  NewPaperPage(Cases cases, Papers papers) {
    this.cases = cases;
    this.papers = papers;
  }

  @GetMapping("/cases/{caseId}/papers/new")
  String form(
      @PathVariable CaseId caseId, @RequestParam(defaultValue = "") String kind, Model model) {
    MultiValueMap<String, String> begin = new LinkedMultiValueMap<>();
    begin.add("kind", kind);
    begin.add("key", UUID.randomUUID().toString());
    return form(require(caseId), new Sent(begin), new FormErrors(), model);
  }

  @PostMapping("/cases/{caseId}/papers/new")
  String begin(
      @PathVariable CaseId caseId,
      @RequestParam MultiValueMap<String, String> fields,
      Model model) {
    OneCase one = require(caseId);
    var sent = new Sent(fields);
    var errors = new FormErrors();
    Optional<PaperKind> kind =
        sent.one("kind", PaperKind.class).filter(PaperKind.offered(one)::contains);
    if (kind.isEmpty()) {
      errors.add("kind", "Select what kind of paper it is");
    }
    errors.require("title", sent.text("title"), "Enter a title");
    Optional<Paper> begun =
        errors.isEmpty()
            ? errors.findTaken(
                () ->
                    papers.begin(caseId, kind.orElseThrow(), sent.text("title"), sent.text("key")),
                "title",
                "kind",
                "title")
            : Optional.empty();
    return begun
        .map(paper -> "redirect:/papers/" + paper.id() + "/draft")
        .orElseGet(() -> form(one, sent, errors, model));
  }

  private OneCase require(CaseId caseId) {
    OneCase one = cases.require(caseId);
    if (PaperKind.offered(one).isEmpty()) {
      throw Problem.notFound();
    }
    return one;
  }

  private static String form(OneCase one, Sent sent, FormErrors errors, Model model) {
    model.addAttribute("one", one);
    model.addAttribute("sent", sent);
    model.addAttribute("errors", errors);
    model.addAttribute(
        "kinds",
        PaperKind.offered(one).stream()
            .map(kind -> new Choice(kind.name(), kind.title(), kind.hint()))
            .toList());
    return "papers/new";
  }
}
