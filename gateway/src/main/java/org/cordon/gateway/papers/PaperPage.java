package org.cordon.gateway.papers;

import java.util.UUID;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.people.People;
import org.cordon.platform.ids.ItemId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One working paper: its draft and its versions, and what can be done with them. */
@Controller
class PaperPage {
  private final Papers papers;
  private final Cases cases;
  private final People people;

  PaperPage(Papers papers, Cases cases, People people) {
    this.papers = papers;
    this.cases = cases;
    this.people = people;
  }

  @GetMapping("/papers/{id}")
  String paper(@PathVariable ItemId id, Model model) {
    Paper paper = papers.require(id);
    OneCase one = cases.require(paper.caseId());
    model.addAttribute("paper", paper);
    model.addAttribute("one", one);
    model.addAttribute("names", people.names(one));
    model.addAttribute("key", UUID.randomUUID().toString());
    return "papers/paper";
  }
}
