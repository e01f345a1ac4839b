package org.cordon.gateway.drafting;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.pages.Choice;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.papers.Paper;
import org.cordon.gateway.papers.PaperPattern;
import org.cordon.gateway.papers.PaperSection;
import org.cordon.gateway.papers.Papers;
import org.cordon.gateway.papers.Passage;
import org.cordon.gateway.papers.PassageKind;
import org.cordon.gateway.people.People;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what the pages of one passage show. */
@Component
class PassageViews {
  private static final List<Choice> KINDS =
      Arrays.stream(PassageKind.values())
          .map(kind -> Choice.of(kind.name(), kind.title()))
          .toList();
  private static final List<Choice> LEVELS =
      List.of(Choice.of(1, "Large"), Choice.of(2, "Medium"), Choice.of(3, "Small"));
  private final Papers papers;
  private final Drafts drafts;
  private final Cases cases;
  private final People people;
  private final Citations citations;

  PassageViews(Papers papers, Drafts drafts, Cases cases, People people, Citations citations) {
    this.papers = papers;
    this.drafts = drafts;
    this.cases = cases;
    this.people = people;
    this.citations = citations;
  }

  /**
   * A passage of the draft.
   *
   * @throws Problem NOT_FOUND when it is not in there
   */
  Passage require(ItemId paper, PassageId passage) {
    return drafts.require(paper).find(passage).orElseThrow(Problem::notFound);
  }

  /** How a passage was once saved. */
  Passage revision(ItemId paper, PassageId passage, long revision) {
    return drafts.revisions(paper, passage).stream()
        .filter(each -> each.revision() == revision)
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  String form(
      ItemId id,
      @Nullable PassageId passage,
      PassageForm form,
      @Nullable String after,
      Model model) {
    return form(id, passage, form, after, new FormErrors(), model);
  }

  /** The form of a passage, or of a new one where none is named. */
  String form(
      ItemId id,
      @Nullable PassageId passage,
      PassageForm form,
      @Nullable String after,
      FormErrors errors,
      Model model) {
    Paper paper = papers.requireWrite(id);
    OneCase one = show(paper, model);
    Draft draft = drafts.require(id);
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("passage", passage);
    model.addAttribute("after", after == null ? "" : after);
    model.addAttribute("cited", citations.lines(form.citations(), draft.titles()));
    model.addAttribute("kinds", KINDS);
    model.addAttribute("levels", LEVELS);
    model.addAttribute("sections", sections(paper));
    model.addAttribute("agencies", agencies(one));
    model.addAttribute("patterns", patterns(paper));
    model.addAttribute("speakers", speakers(one));
    return "drafting/passage";
  }

  /** What was typed beside what somebody else saved meanwhile. */
  String conflict(ItemId id, PassageId passage, PassageForm form, Model model) {
    Paper paper = papers.requireWrite(id);
    OneCase one = show(paper, model);
    Draft draft = drafts.require(id);
    Optional<Passage> theirs = draft.find(passage);
    model.addAttribute("form", form);
    model.addAttribute("passage", passage);
    model.addAttribute("theirs", theirs.orElse(null));
    model.addAttribute("after", theirs.map(Passage::id).orElse(draft.last()));
    model.addAttribute("cited", citations.lines(form.citations(), draft.titles()));
    model.addAttribute("names", people.names(one));
    model.addAttribute("key", UUID.randomUUID().toString());
    return "drafting/conflict";
  }

  /** A passage as the draft shows it. */
  String one(ItemId id, PassageId passage, Model model) {
    show(papers.requireWrite(id), model);
    Draft draft = drafts.require(id);
    model.addAttribute("passage", draft.find(passage).orElseThrow(Problem::notFound));
    model.addAttribute("titles", draft.titles());
    return "drafting/parts :: passage";
  }

  private OneCase show(Paper paper, Model model) {
    OneCase one = cases.require(paper.caseId());
    model.addAttribute("paper", paper);
    model.addAttribute("one", one);
    return one;
  }

  private static List<Choice> sections(Paper paper) {
    return paper.kind().sections().stream()
        .map((PaperSection section) -> Choice.of(section.name(), section.title()))
        .toList();
  }

  private static List<Choice> agencies(OneCase one) {
    return one.agencies().stream().map(agency -> Choice.of(agency.id(), agency.name())).toList();
  }

  private static List<Choice> patterns(Paper paper) {
    return paper.kind().hasPatterns()
        ? Arrays.stream(PaperPattern.values())
            .map(pattern -> Choice.of(pattern.name(), pattern.title()))
            .toList()
        : List.of();
  }

  private List<Choice> speakers(OneCase one) {
    Map<?, String> names = people.names(one);
    return names.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(person -> Choice.of(person.getKey(), person.getValue()))
        .toList();
  }
}
