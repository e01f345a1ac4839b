package org.cordon.gateway.conversations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cordon.gateway.pages.Choice;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.gateway.papers.Citation;
import org.cordon.gateway.papers.Passage;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changing one passage of a record's draft, or taking it out. */
@Controller
class RecordPassagePage {
  private static final String NEITHER = "NEITHER";

  private final OpenConversations open;
  private final Records records;

  RecordPassagePage(OpenConversations open, Records records) {
    this.open = open;
    this.records = records;
  }

  /** A correction that is named begins the form with what it proposes. */
  @GetMapping("/conversations/{id}/record/draft/passages/{passage}")
  String changing(
      @PathVariable ConversationId id,
      @PathVariable PassageId passage,
      @RequestParam(defaultValue = "") String correction,
      Model model) {
    Passage known = show(id, passage, model);
    Records.Correction proposed = correction.isEmpty() ? null : proposed(id, known, correction);
    model.addAttribute("revision", known.revision());
    model.addAttribute("proposed", proposed);
    return form(
        proposed == null ? known.text() : proposed.text(),
        known.section() == null ? NEITHER : known.section(),
        new FormErrors(),
        model);
  }

  @PostMapping("/conversations/{id}/record/draft/passages/{passage}")
  String change(
      @PathVariable ConversationId id,
      @PathVariable PassageId passage,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    Passage known = show(id, passage, model);
    var sent = new Sent(fields);
    String text = sent.lines("text");
    String section = sent.text("section");
    var errors = new FormErrors().require("text", text, "Enter the text");
    RecordDraftPage.checkLength("text", text, errors);
    if (errors.isEmpty()
        && errors.isTaken(
            () -> records.save(id, passage, written(known, text, section), sent.number("revision")),
            "text",
            "text",
            "section")) {
      afterwards.addFlashAttribute("done", "Saved.");
      return "redirect:/conversations/" + id + "/record/draft#p-" + passage;
    }
    model.addAttribute("revision", sent.number("revision"));
    return form(text, section, errors, model);
  }

  @GetMapping("/conversations/{id}/record/draft/passages/{passage}/remove")
  String removing(@PathVariable ConversationId id, @PathVariable PassageId passage, Model model) {
    Passage known = show(id, passage, model);
    return remove(known.revision(), new FormErrors(), model);
  }

  @PostMapping("/conversations/{id}/record/draft/passages/{passage}/remove")
  String remove(
      @PathVariable ConversationId id,
      @PathVariable PassageId passage,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    Passage known = show(id, passage, model);
    var errors = new FormErrors();
    if (errors.isTaken(
        () -> records.remove(id, passage, new Sent(fields).number("revision")), "remove")) {
      afterwards.addFlashAttribute("done", "The passage is taken out.");
      return "redirect:/conversations/" + id + "/record/draft";
    }
    return remove(known.revision(), errors, model);
  }

  private Passage show(ConversationId id, PassageId passage, Model model) {
    open.show(id, ConversationsPage.WRITE, model);
    Passage known =
        records.findDraft(id).flatMap(it -> it.find(passage)).orElseThrow(Problem::notFound);
    model.addAttribute("passage", known);
    return known;
  }

  private Records.@Nullable Correction proposed(
      ConversationId id, Passage passage, String correction) {
    return records.corrections(id).stream()
        .filter(it -> it.id().toString().equals(correction))
        .filter(it -> it.passage().equals(passage.id()))
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  /** The passage with another text; what else it has stays. */
  private static Map<String, Object> written(Passage known, String text, String section) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("kind", known.kind());
    written.put("level", known.level());
    written.put("text", text);
    written.put("section", section.equals(NEITHER) || section.isEmpty() ? null : section);
    written.put("from", known.from());
    written.put("to", known.to());
    written.put("agency", known.agency());
    written.put("pattern", known.pattern());
    written.put("citations", known.citations().stream().map(RecordPassagePage::cited).toList());
    written.put("accountsOf", known.accountsOf());
    return written;
  }

  private static Map<String, Object> cited(Citation citation) {
    Map<String, Object> cited = new LinkedHashMap<>();
    cited.put("version", citation.version());
    cited.put("passage", citation.passage());
    cited.put("page", citation.page());
    cited.put("quote", citation.quote());
    return cited;
  }

  private static String form(String text, String section, FormErrors errors, Model model) {
    model.addAttribute("text", text);
    model.addAttribute("chosen", section);
    model.addAttribute(
        "sections",
        List.of(
            Choice.of("QUESTION", "A question"),
            Choice.of("ANSWER", "An answer"),
            Choice.of(NEITHER, "Neither")));
    model.addAttribute("errors", errors);
    return "conversations/passage";
  }

  private static String remove(long revision, FormErrors errors, Model model) {
    model.addAttribute("revision", revision);
    model.addAttribute("errors", errors);
    return "conversations/remove";
  }
}
