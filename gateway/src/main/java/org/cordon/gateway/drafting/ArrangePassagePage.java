package org.cordon.gateway.drafting;

import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.papers.Paper;
import org.cordon.gateway.papers.Papers;
import org.cordon.gateway.papers.Passage;
import org.cordon.gateway.people.People;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moving a passage, taking it out, putting it back, and how it was saved before. */
@Controller
class ArrangePassagePage {
  private static final String DONE = "drafting/parts :: done";
  private final Papers papers;
  private final Drafts drafts;
  private final Cases cases;
  private final People people;

  ArrangePassagePage(Papers papers, Drafts drafts, Cases cases, People people) {
    this.papers = papers;
    this.drafts = drafts;
    this.cases = cases;
    this.people = people;
  }

  /** Up is towards the beginning; at an end the passage stays where it is. */
  @PostMapping("/papers/{id}/draft/passages/{passage}/place")
  String move(
      @PathVariable ItemId id,
      @PathVariable PassageId passage,
      @RequestParam(defaultValue = "") String to,
      @RequestHeader(name = PassagePage.PART, required = false) @Nullable String part) {
    Draft draft = drafts.require(id);
    int now = draft.place(passage);
    if (now < 0) {
      throw Problem.notFound();
    }
    int then = now + ("up".equals(to) ? -1 : 1);
    if (then >= 0 && then < draft.passages().size()) {
      int before = then < now ? then - 1 : then;
      drafts.place(id, passage, before < 0 ? null : draft.passages().get(before).id());
    }
    return part == null ? back(id, passage) : DONE;
  }

  @PostMapping("/papers/{id}/draft/passages/{passage}/remove")
  String remove(
      @PathVariable ItemId id,
      @PathVariable PassageId passage,
      @RequestParam(defaultValue = "-1") long revision,
      @RequestHeader(name = PassagePage.PART, required = false) @Nullable String part,
      RedirectAttributes afterwards) {
    Draft draft = drafts.require(id);
    int place = draft.place(passage);
    if (!drafts.remove(id, passage, revision)) {
      throw new Problem(
          Problem.Kind.CHANGED,
          "Somebody saved this passage since you read it. Look at it again before you take it out.");
    }
    if (part != null) {
      return DONE;
    }
    PassageId before = place > 0 ? draft.passages().get(place - 1).id() : null;
    afterwards.addFlashAttribute("removed", passage.toString());
    afterwards.addFlashAttribute("after", before == null ? SavePassage.FIRST : before.toString());
    return before == null ? "redirect:/papers/" + id + "/draft" : back(id, before);
  }

  /** After names the passage that it followed, or {@value SavePassage#FIRST}. */
  @PostMapping("/papers/{id}/draft/passages/{passage}/restore")
  String restore(
      @PathVariable ItemId id,
      @PathVariable PassageId passage,
      @RequestParam(defaultValue = "") String after,
      @RequestHeader(name = PassagePage.PART, required = false) @Nullable String part) {
    boolean first = SavePassage.FIRST.equals(after);
    drafts.restore(id, passage, first || after.isEmpty() ? null : known(id, after));
    if (first) {
      drafts.place(id, passage, null);
    }
    return part == null ? back(id, passage) : DONE;
  }

  /** The passage to put one back after, if it is still there; otherwise it goes to the end. */
  private @Nullable PassageId known(ItemId paper, String after) {
    return drafts.require(paper).passages().stream()
        .map(Passage::id)
        .filter(each -> each.toString().equals(after))
        .findFirst()
        .orElse(null);
  }

  @GetMapping("/papers/{id}/draft/passages/{passage}/revisions")
  String revisions(@PathVariable ItemId id, @PathVariable PassageId passage, Model model) {
    Paper paper = papers.requireWrite(id);
    var one = cases.require(paper.caseId());
    model.addAttribute("paper", paper);
    model.addAttribute("one", one);
    model.addAttribute("passage", passage);
    model.addAttribute("revisions", drafts.revisions(id, passage));
    model.addAttribute("names", people.names(one));
    return "drafting/revisions";
  }

  private static String back(ItemId paper, PassageId passage) {
    return "redirect:/papers/" + paper + "/draft?at=" + passage + "#p-" + passage;
  }
}
