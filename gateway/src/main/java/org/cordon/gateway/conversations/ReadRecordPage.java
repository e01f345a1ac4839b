package org.cordon.gateway.conversations;

import java.util.List;
import java.util.UUID;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.gateway.papers.Passage;
import org.cordon.gateway.people.People;
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

/** Reading a record; the participant corrects and confirms their own here (rule 12). */
@Controller
class ReadRecordPage {
  private final Cases cases;
  private final People people;
  private final Conversations conversations;
  private final Records records;

  ReadRecordPage(Cases cases, People people, Conversations conversations, Records records) {
    this.cases = cases;
    this.people = people;
    this.conversations = conversations;
    this.records = records;
  }

  @GetMapping("/conversations/{id}/record")
  String newest(@PathVariable ConversationId id, Model model) {
    return read(id, null, model);
  }

  @GetMapping("/conversations/{id}/record/versions/{number}")
  String version(@PathVariable ConversationId id, @PathVariable int number, Model model) {
    return read(id, number, model);
  }

  @GetMapping("/conversations/{id}/record/passages/{passage}/correct")
  String correcting(@PathVariable ConversationId id, @PathVariable PassageId passage, Model model) {
    showOwn(id, model);
    Passage known = passage(id, passage);
    return correct(known, known.text(), "", UUID.randomUUID().toString(), new FormErrors(), model);
  }

  @PostMapping("/conversations/{id}/record/passages/{passage}/correct")
  String correct(
      @PathVariable ConversationId id,
      @PathVariable PassageId passage,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    showOwn(id, model);
    var sent = new Sent(fields);
    String text = sent.lines("text");
    String why = sent.lines("why");
    var errors =
        new FormErrors()
            .require("text", text, "Enter what it should say")
            .require("why", why, "Enter why it should say so");
    if (errors.isEmpty()
        && errors.isTaken(
            () -> records.propose(id, passage, text, why, sent.text("key")),
            "text",
            "text",
            "why")) {
      afterwards.addFlashAttribute(
          "done", "Your correction is sent to those who hold the conversation.");
      return "redirect:/conversations/" + id + "/record";
    }
    return correct(passage(id, passage), text, why, sent.text("key"), errors, model);
  }

  @GetMapping("/conversations/{id}/record/versions/{number}/confirm")
  String confirming(@PathVariable ConversationId id, @PathVariable int number, Model model) {
    showOwn(id, model);
    return confirm(records.require(id, number), new FormErrors(), model);
  }

  @PostMapping("/conversations/{id}/record/versions/{number}/confirm")
  String confirm(
      @PathVariable ConversationId id,
      @PathVariable int number,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    showOwn(id, model);
    var errors = new FormErrors();
    if (errors.isTaken(
        () -> records.confirm(id, number, new Sent(fields).text("sha256")), "confirm")) {
      afterwards.addFlashAttribute("done", "You have confirmed your record.");
      return "redirect:/conversations/" + id + "/record";
    }
    return confirm(records.require(id, number), errors, model);
  }

  private String read(ConversationId id, @Nullable Integer number, Model model) {
    Conversation conversation = conversations.require(id);
    OneCase one = cases.require(conversation.caseId());
    Records.RecordVersion version = records.require(id, number);
    model.addAttribute("one", one);
    model.addAttribute("conversation", conversation);
    model.addAttribute("version", version);
    model.addAttribute("corrections", records.corrections(id));
    model.addAttribute("names", people.names(one));
    model.addAttribute("theirs", conversation.participant().equals(cases.me().person()));
    return "conversations/record";
  }

  /** Of nobody's record but one's own is there such a page. */
  private void showOwn(ConversationId id, Model model) {
    Conversation conversation = conversations.require(id);
    if (!conversation.participant().equals(cases.me().person())) {
      throw Problem.notFound();
    }
    model.addAttribute("one", cases.require(conversation.caseId()));
    model.addAttribute("conversation", conversation);
  }

  private Passage passage(ConversationId id, PassageId passage) {
    List<Passage> passages = records.require(id, null).passages();
    return passages.stream()
        .filter(it -> it.id().equals(passage))
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  private static String correct(
      Passage passage, String text, String why, String key, FormErrors errors, Model model) {
    model.addAttribute("passage", passage);
    model.addAttribute("text", text);
    model.addAttribute("why", why);
    model.addAttribute("key", key);
    model.addAttribute("errors", errors);
    return "conversations/correct";
  }

  private static String confirm(Records.RecordVersion version, FormErrors errors, Model model) {
    model.addAttribute("version", version);
    model.addAttribute("errors", errors);
    return "conversations/confirm";
  }
}
