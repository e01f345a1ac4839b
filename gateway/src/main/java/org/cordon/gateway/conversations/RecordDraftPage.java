package org.cordon.gateway.conversations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.gateway.papers.PaperSection;
import org.cordon.gateway.papers.PassageKind;
import org.cordon.platform.ids.ConversationId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Writing a record, question by question. What went outside the guide is sent to the approving
 * officer once the writer has seen that nobody else reads it (rule 10).
 */
@Controller
class RecordDraftPage {
  /** The most that a passage takes. */
  static final int MAX_TEXT = 20_000;

  private final OpenConversations open;
  private final Records records;
  private final Clock clock;

  /** A passage that the form adds. */
  private record Part(PaperSection section, String text) {}

  RecordDraftPage(OpenConversations open, Records records, Clock clock) {
    this.open = open;
    this.records = records;
    this.clock = clock;
  }

  @GetMapping("/conversations/{id}/record/draft")
  String draft(@PathVariable ConversationId id, Model model) {
    Conversation conversation = open.show(id, ConversationsPage.WRITE, model).conversation();
    Optional<Records.Draft> draft = records.findDraft(id);
    if (draft.isEmpty()) {
      return begin(
          RecordForm.of(conversation.plan()),
          UUID.randomUUID().toString(),
          new FormErrors(),
          model);
    }
    model.addAttribute("draft", draft.get());
    model.addAttribute(
        "corrections",
        conversation.recorded()
            ? records.corrections(id).stream().filter(it -> it.takenUpIn() == null).toList()
            : List.of());
    return "conversations/draft";
  }

  @PostMapping("/conversations/{id}/record")
  String begin(
      @PathVariable ConversationId id,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    open.show(id, ConversationsPage.WRITE, model);
    var sent = new Sent(fields);
    RecordForm form = RecordForm.of(sent);
    var errors = new FormErrors();
    Optional<Records.Wanted> wanted = form.read(LocalDate.now(clock), errors);
    if (wanted.isPresent()
        && errors.isTaken(
            () -> records.begin(id, wanted.get(), sent.text("key")),
            "begin",
            "startedAt",
            "endedAt",
            "present")) {
      afterwards.addFlashAttribute("done", "The record is begun.");
      return "redirect:/conversations/" + id + "/record/draft";
    }
    return begin(form, sent.text("key"), errors, model);
  }

  @PostMapping("/conversations/{id}/record/draft")
  String beginNext(@PathVariable ConversationId id, RedirectAttributes afterwards, Model model) {
    open.show(id, ConversationsPage.WRITE, model);
    records.beginNext(id);
    afterwards.addFlashAttribute("done", "The next version is begun.");
    return "redirect:/conversations/" + id + "/record/draft";
  }

  @GetMapping("/conversations/{id}/record/draft/add")
  String adding(@PathVariable ConversationId id, Model model) {
    open.show(id, ConversationsPage.WRITE, model);
    return add("", "", UUID.randomUUID().toString(), new FormErrors(), model);
  }

  @PostMapping("/conversations/{id}/record/draft/add")
  String add(
      @PathVariable ConversationId id,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    open.show(id, ConversationsPage.WRITE, model);
    var sent = new Sent(fields);
    String question = sent.lines("question");
    String answer = sent.lines("answer");
    String key = sent.text("key");
    String step = sent.text("step");
    var errors = new FormErrors();
    if (question.isEmpty()) {
      errors.require("answer", answer, "Enter a question, an answer or both");
    }
    checkLength("question", question, errors);
    checkLength("answer", answer, errors);
    if (!errors.isEmpty() || step.equals("back")) {
      return add(question, answer, key, errors, model);
    }
    if (step.equals("outside")) {
      add(question, answer, key, errors, model);
      return "conversations/outside";
    }
    boolean outside = step.equals("outside-confirmed");
    if (!errors.isTaken(
        () -> parts(question, answer).forEach(it -> send(id, it, outside, key)), "answer")) {
      return add(question, answer, key, errors, model);
    }
    afterwards.addFlashAttribute(
        "done",
        outside
            ? "It is with the approving officer, and not in the record."
            : "Added to the record.");
    return "redirect:/conversations/" + id + "/record/draft";
  }

  private void send(ConversationId id, Part part, boolean outside, String key) {
    records.add(
        id,
        Map.of("kind", PassageKind.PARAGRAPH, "text", part.text(), "section", part.section()),
        outside,
        Guides.key(key, part.section() + " " + outside + " " + part.text()));
  }

  private static List<Part> parts(String question, String answer) {
    List<Part> parts = new ArrayList<>();
    if (!question.isEmpty()) {
      parts.add(new Part(PaperSection.QUESTION, question));
    }
    if (!answer.isEmpty()) {
      parts.add(new Part(PaperSection.ANSWER, answer));
    }
    return parts;
  }

  static void checkLength(String field, String text, FormErrors errors) {
    if (text.length() > MAX_TEXT) {
      errors.add(field, "It must be 20,000 characters or less. Divide it into several passages");
    }
  }

  private static String begin(RecordForm form, String key, FormErrors errors, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("key", key);
    model.addAttribute("errors", errors);
    return "conversations/begin";
  }

  private static String add(
      String question, String answer, String key, FormErrors errors, Model model) {
    model.addAttribute("question", question);
    model.addAttribute("answer", answer);
    model.addAttribute("key", key);
    model.addAttribute("errors", errors);
    return "conversations/add";
  }
}
