package org.cordon.gateway.drafting;

import java.util.List;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.papers.Paper;
import org.cordon.gateway.papers.PaperSection;
import org.cordon.gateway.papers.Papers;
import org.cordon.gateway.people.People;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PassageId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The draft of a paper, to read and, for those who may, to write. */
@Controller
class DraftPage {
  private static final int PASSAGES = 200;
  private final Papers papers;
  private final Drafts drafts;
  private final Cases cases;
  private final People people;

  DraftPage(Papers papers, Drafts drafts, Cases cases, People people) {
    this.people = people;
    this.papers = papers;
    this.drafts = drafts;
    this.cases = cases;
  }

  /** At names a passage that the page must show. */
  @GetMapping("/papers/{id}/draft")
  String draft(
      @PathVariable ItemId id,
      @RequestParam(name = "part", defaultValue = "1") int part,
      @RequestParam(required = false) @Nullable PassageId at,
      Model model) {
    Paper paper = papers.require(id);
    OneCase one = cases.require(paper.caseId());
    Draft draft = drafts.require(id);
    var shown = PartOfDraft.of(draft, at == null ? part : 1 + draft.place(at) / PASSAGES, PASSAGES);
    model.addAttribute("paper", paper);
    model.addAttribute("one", one);
    model.addAttribute("draft", draft);
    model.addAttribute("shown", shown);
    model.addAttribute("titles", draft.titles());
    model.addAttribute("unwritten", unwritten(paper, draft));
    if (paper.mayWrite()) {
      showClosed(id, one, model);
    }
    return paper.mayWrite() ? "drafting/draft" : "drafting/read";
  }

  @PostMapping("/papers/{id}/draft")
  String begin(@PathVariable ItemId id, @RequestParam String key) {
    papers.requireWrite(id);
    drafts.begin(id, key);
    return "redirect:/papers/" + id + "/draft";
  }

  /** For whom it has become closed, for the page's script. */
  @GetMapping(value = "/papers/{id}/draft/closed", headers = PassagePage.PART)
  String closed(@PathVariable ItemId id, Model model) {
    Paper paper = papers.requireWrite(id);
    showClosed(id, cases.require(paper.caseId()), model);
    return "drafting/parts :: closed";
  }

  private void showClosed(ItemId id, OneCase one, Model model) {
    model.addAttribute("closed", drafts.findClosed(id).orElse(null));
    model.addAttribute("names", people.names(one));
  }

  private static List<PaperSection> unwritten(Paper paper, Draft draft) {
    List<String> written = draft.sections();
    return paper.kind().sections().stream()
        .filter(section -> !written.contains(section.name()))
        .toList();
  }
}
