package org.cordon.gateway.drafting;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.gateway.papers.Passage;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The form of one passage. A page's script sends the same form from within the draft and asks for a
 * part of the page alone with the header {@code Cordon-Part}; the draft is then not read again.
 */
@Controller
class PassagePage {
  static final String PART = "Cordon-Part";
  private final PassageViews views;
  private final SavePassage passages;
  private final Citations citations;

  PassagePage(PassageViews views, SavePassage passages, Citations citations) {
    this.views = views;
    this.passages = passages;
    this.citations = citations;
  }

  @GetMapping("/papers/{id}/draft/passages/new")
  String adding(
      @PathVariable ItemId id, @RequestParam MultiValueMap<String, String> asked, Model model) {
    var begin = new LinkedMultiValueMap<>(asked);
    begin.remove("text");
    begin.remove("citation");
    begin.putIfAbsent("kind", List.of("PARAGRAPH"));
    PassageForm form = read(new Sent(begin)).withKey(UUID.randomUUID().toString());
    return views.form(id, null, form, asked.getFirst("after"), model);
  }

  /** Step "begin" shows the form with what was chosen elsewhere, as a quotation to be inserted. */
  @PostMapping("/papers/{id}/draft/passages/new")
  String add(
      @PathVariable ItemId id,
      @RequestParam MultiValueMap<String, String> fields,
      @RequestHeader(name = PART, required = false) @Nullable String part,
      Model model) {
    var sent = new Sent(fields);
    PassageForm form = read(sent);
    String after = sent.text("after");
    if ("begin".equals(sent.text("step"))) {
      return views.form(id, null, form.withKey(UUID.randomUUID().toString()), after, model);
    }
    var errors = new FormErrors();
    return passages
        .add(id, after, form, errors)
        .map(added -> saved(id, added, part, model))
        .orElseGet(() -> views.form(id, null, form, after, errors, model));
  }

  @GetMapping("/papers/{id}/draft/passages/{passage}")
  String changing(
      @PathVariable ItemId id,
      @PathVariable PassageId passage,
      @RequestParam(required = false) @Nullable Long from,
      Model model) {
    Passage now = views.require(id, passage);
    PassageForm form =
        from == null
            ? PassageForm.of(now)
            : PassageForm.of(views.revision(id, passage, from)).over(now.revision());
    return views.form(id, passage, form, "", model);
  }

  @PostMapping("/papers/{id}/draft/passages/{passage}")
  String change(
      @PathVariable ItemId id,
      @PathVariable PassageId passage,
      @RequestParam MultiValueMap<String, String> fields,
      @RequestHeader(name = PART, required = false) @Nullable String part,
      HttpServletResponse response,
      Model model) {
    var sent = new Sent(fields);
    PassageForm form = read(sent);
    if ("begin".equals(sent.text("step"))) {
      return views.form(id, passage, form, "", model);
    }
    var errors = new FormErrors();
    return switch (passages.save(id, passage, form, errors)) {
      case SavePassage.Outcome.Saved(Passage now) -> saved(id, now, part, model);
      case SavePassage.Outcome.Wrong() -> views.form(id, passage, form, "", errors, model);
      case SavePassage.Outcome.Overtaken() -> {
        response.setStatus(Problem.Kind.CHANGED.status());
        yield views.conflict(id, passage, form, model);
      }
    };
  }

  /** A passage as the draft shows it, for the page's script. */
  @GetMapping(value = "/papers/{id}/draft/passages/{passage}", headers = PART)
  String one(@PathVariable ItemId id, @PathVariable PassageId passage, Model model) {
    return views.one(id, passage, model);
  }

  private PassageForm read(Sent sent) {
    return PassageForm.of(sent, citations.read(sent.texts("citation")));
  }

  private static String saved(ItemId paper, Passage passage, @Nullable String part, Model model) {
    if (part == null) {
      return "redirect:/papers/" + paper + "/draft?at=" + passage.id() + "#p-" + passage.id();
    }
    model.addAttribute("passage", passage);
    return "drafting/parts :: saved";
  }
}
