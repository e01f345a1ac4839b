package org.cordon.gateway.drafting;

import java.util.List;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.gateway.papers.Paper;
import org.cordon.gateway.papers.Papers;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Saying which of the accounts one opened went into a draft, for those who write in it and leave it
 * to somebody else to make the version.
 */
@Controller
class AnswersPage {
  private final Papers papers;
  private final OpenedAccounts accounts;
  private final Cases cases;

  AnswersPage(Papers papers, OpenedAccounts accounts, Cases cases) {
    this.papers = papers;
    this.accounts = accounts;
    this.cases = cases;
  }

  @GetMapping("/papers/{id}/draft/opened")
  String form(@PathVariable ItemId id, Model model) {
    Paper paper = require(id);
    return form(paper, accounts.of(Drafts.address(id)), Sent.nothing(), new FormErrors(), model);
  }

  @PostMapping("/papers/{id}/draft/opened")
  String answer(
      @PathVariable ItemId id,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    Paper paper = require(id);
    var sent = new Sent(fields);
    List<OpenedAccount> opened = accounts.of(Drafts.address(id));
    var errors = new FormErrors();
    List<OpenedAccount.Answer> answers = OpenedAccount.answers(opened, sent, errors);
    if (!errors.isEmpty()
        || !errors.isTaken(
            () -> accounts.answer(Drafts.address(id), answers), "opened", "opened")) {
      return form(paper, opened, sent, errors, model);
    }
    afterwards.addFlashAttribute("done", OpenedAccount.KEPT);
    // What was used may just have closed the draft to whoever said so.
    return "redirect:/papers/" + id;
  }

  private Paper require(ItemId id) {
    Paper paper = papers.requireWrite(id);
    if (paper.draft() == null) {
      throw Problem.notFound();
    }
    return paper;
  }

  private String form(
      Paper paper, List<OpenedAccount> opened, Sent sent, FormErrors errors, Model model) {
    model.addAttribute("caption", paper.title());
    model.addAttribute("draft", "/papers/" + paper.id() + "/draft");
    model.addAttribute("one", cases.require(paper.caseId()));
    model.addAttribute("opened", opened);
    model.addAttribute("sent", sent);
    model.addAttribute("errors", errors);
    return "drafting/opened";
  }
}
