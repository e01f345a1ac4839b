package org.cordon.gateway.reviewing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.pages.Choice;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.gateway.papers.Paper;
import org.cordon.gateway.papers.PaperSource;
import org.cordon.gateway.papers.Papers;
import org.cordon.gateway.people.People;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A version of a paper, with what was said about it and a place to say more. */
@Controller
class VersionPage {
  private static final String WHOLE = "whole";
  private final Papers papers;
  private final Versions versions;
  private final Cases cases;
  private final People people;

  VersionPage(Papers papers, Versions versions, Cases cases, People people) {
    this.papers = papers;
    this.versions = versions;
    this.cases = cases;
    this.people = people;
  }

  /** About names the passage that the form for a comment begins with. */
  @GetMapping("/papers/{id}/versions/{number}")
  String version(
      @PathVariable ItemId id,
      @PathVariable int number,
      @RequestParam(defaultValue = WHOLE) String about,
      @RequestParam(required = false) @Nullable String after,
      Model model) {
    MultiValueMap<String, String> begin = new LinkedMultiValueMap<>();
    begin.add("passage", about);
    begin.add("key", UUID.randomUUID().toString());
    return show(papers.require(id), number, after, new Sent(begin), new FormErrors(), model);
  }

  @PostMapping("/papers/{id}/versions/{number}/comments")
  String comment(
      @PathVariable ItemId id,
      @PathVariable int number,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    Paper paper = papers.require(id);
    if (!paper.mayComment()) {
      throw Problem.notFound();
    }
    var sent = new Sent(fields);
    var errors = new FormErrors().require("text", sent.text("text"), "Enter your comment");
    String passage = WHOLE.equals(sent.text("passage")) ? "" : sent.text("passage");
    String text = sent.lines("text");
    if (errors.isEmpty()
        && errors.isTaken(
            () -> versions.comment(id, number, passage, text, sent.text("key")),
            "text",
            "text",
            "passage")) {
      afterwards.addFlashAttribute("done", "Your comment is added.");
      return "redirect:/papers/" + id + "/versions/" + number + "#comments";
    }
    return show(paper, number, null, sent, errors, model);
  }

  private String show(
      Paper paper, int number, @Nullable String after, Sent sent, FormErrors errors, Model model) {
    OneCase one = cases.require(paper.caseId());
    VersionText text = versions.require(paper.id(), number);
    model.addAttribute("paper", paper);
    model.addAttribute("one", one);
    model.addAttribute("version", paper.version(number));
    model.addAttribute("before", paper.before(number));
    model.addAttribute("text", text);
    model.addAttribute("titles", PaperSource.titles(text.sources()));
    model.addAttribute("comments", versions.comments(paper.id(), number, after));
    model.addAttribute("names", people.names(one));
    model.addAttribute("subjects", subjects(text));
    model.addAttribute("sent", sent);
    model.addAttribute("errors", errors);
    return "reviewing/version";
  }

  private static List<Choice> subjects(VersionText text) {
    List<Choice> subjects = new ArrayList<>();
    subjects.add(Choice.of(WHOLE, "The whole paper"));
    text.passages().forEach(passage -> subjects.add(Choice.of(passage.id(), passage.begin())));
    return subjects;
  }
}
