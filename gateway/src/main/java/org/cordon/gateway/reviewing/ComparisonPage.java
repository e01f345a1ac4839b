package org.cordon.gateway.reviewing;

import java.util.ArrayList;
import java.util.List;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.pages.Choice;
import org.cordon.gateway.papers.Paper;
import org.cordon.gateway.papers.Papers;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Two states of a paper side by side. */
@Controller
class ComparisonPage {
  private static final String DRAFT = "draft";
  private final Papers papers;
  private final Versions versions;
  private final Cases cases;

  ComparisonPage(Papers papers, Versions versions, Cases cases) {
    this.papers = papers;
    this.versions = versions;
    this.cases = cases;
  }

  @GetMapping("/papers/{id}/comparison")
  String comparison(
      @PathVariable ItemId id,
      @RequestParam(defaultValue = "-1") int from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String all,
      Model model) {
    Paper paper = papers.require(id);
    paper.version(from);
    List<Choice> states = states(paper);
    if (states.stream().noneMatch(state -> state.value().equals(to))) {
      throw Problem.notFound();
    }
    model.addAttribute("paper", paper);
    model.addAttribute("one", cases.require(paper.caseId()));
    model.addAttribute("from", from);
    model.addAttribute("to", to);
    model.addAttribute("states", states);
    model.addAttribute("all", !all.isEmpty());
    model.addAttribute("fromTitle", "Version " + from);
    model.addAttribute("toTitle", DRAFT.equals(to) ? "The draft" : "Version " + to);
    model.addAttribute("comparison", versions.compare(id, from, to));
    return "reviewing/comparison";
  }

  private static List<Choice> states(Paper paper) {
    List<Choice> states = new ArrayList<>();
    if (paper.draft() != null) {
      states.add(Choice.of(DRAFT, "The draft"));
    }
    paper
        .versions()
        .forEach(version -> states.add(Choice.of(version.number(), "Version " + version.number())));
    return states;
  }
}
