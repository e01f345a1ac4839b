package org.cordon.gateway.drafting;

import java.util.List;
import java.util.Optional;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.gateway.papers.Paper;
import org.cordon.gateway.papers.Papers;
import org.cordon.gateway.people.People;
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
 * Making a version of a draft. Whoever does says of each account they opened meanwhile whether it
 * was used, and others who wrote in it have said so before (rule 4).
 */
@Controller
class FreezePage {
  private final Papers papers;
  private final Drafts drafts;
  private final OpenedAccounts accounts;
  private final Cases cases;
  private final People people;

  FreezePage(Papers papers, Drafts drafts, OpenedAccounts accounts, Cases cases, People people) {
    this.papers = papers;
    this.drafts = drafts;
    this.accounts = accounts;
    this.cases = cases;
    this.people = people;
  }

  @GetMapping("/papers/{id}/draft/freeze")
  String form(@PathVariable ItemId id, Model model) {
    Paper paper = require(id);
    return form(paper, accounts.of(Drafts.address(id)), Sent.nothing(), new FormErrors(), model);
  }

  @PostMapping("/papers/{id}/draft/freeze")
  String freeze(
      @PathVariable ItemId id,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    Paper paper = require(id);
    var sent = new Sent(fields);
    List<OpenedAccount> opened = accounts.of(Drafts.address(id));
    var errors = new FormErrors();
    List<OpenedAccount.Answer> answers = OpenedAccount.answers(opened, sent, errors);
    Optional<Drafts.Made> frozen =
        errors.isEmpty()
            ? errors.findTaken(() -> drafts.freeze(id, answers), "freeze", "freeze")
            : Optional.empty();
    if (frozen.isEmpty()) {
      return form(paper, opened, sent, errors, model);
    }
    afterwards.addFlashAttribute(
        "done", "Version " + frozen.get().number() + " is made. It never changes.");
    return "redirect:/papers/" + id + "/versions/" + frozen.get().number();
  }

  private Paper require(ItemId id) {
    Paper paper = papers.require(id);
    if (!paper.mayFreeze() || paper.draft() == null) {
      throw Problem.notFound();
    }
    return paper;
  }

  private String form(
      Paper paper, List<OpenedAccount> opened, Sent sent, FormErrors errors, Model model) {
    model.addAttribute("paper", paper);
    OneCase one = cases.require(paper.caseId());
    model.addAttribute("one", one);
    model.addAttribute("waiting", accounts.waiting(Drafts.address(paper.id())));
    model.addAttribute("names", people.names(one));
    model.addAttribute("opened", opened);
    model.addAttribute("sent", sent);
    model.addAttribute("errors", errors);
    return "drafting/freeze";
  }
}
