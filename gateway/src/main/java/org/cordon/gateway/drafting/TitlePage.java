package org.cordon.gateway.drafting;

import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.papers.Paper;
import org.cordon.gateway.papers.Papers;
import org.cordon.platform.ids.ItemId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The title of a draft. */
@Controller
class TitlePage {
  private final Papers papers;
  private final Drafts drafts;
  private final Cases cases;

  TitlePage(Papers papers, Drafts drafts, Cases cases) {
    this.papers = papers;
    this.drafts = drafts;
    this.cases = cases;
  }

  @GetMapping("/papers/{id}/draft/title")
  String form(@PathVariable ItemId id, Model model) {
    Paper paper = papers.requireWrite(id);
    Draft draft = drafts.require(id);
    return form(paper, draft.title(), draft.revision(), new FormErrors(), model);
  }

  @PostMapping("/papers/{id}/draft/title")
  String rename(
      @PathVariable ItemId id,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "-1") long revision,
      RedirectAttributes afterwards,
      Model model) {
    Paper paper = papers.requireWrite(id);
    var errors = new FormErrors().require("title", title, "Enter a title");
    if (errors.isEmpty()
        && errors.isTaken(() -> drafts.rename(id, title.strip(), revision), "title", "title")) {
      afterwards.addFlashAttribute("done", "The title is changed.");
      return "redirect:/papers/" + id + "/draft";
    }
    return form(paper, title, revision, errors, model);
  }

  private String form(Paper paper, String title, long revision, FormErrors errors, Model model) {
    model.addAttribute("paper", paper);
    model.addAttribute("one", cases.require(paper.caseId()));
    model.addAttribute("title", title);
    model.addAttribute("revision", revision);
    model.addAttribute("errors", errors);
    return "drafting/title";
  }
}
