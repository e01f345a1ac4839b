package org.cordon.gateway.conversations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.drafting.OpenedAccount;
import org.cordon.gateway.pages.Choice;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Making a version of a record, with a word on each account that was opened meanwhile. */
@Controller
class FreezeRecordPage {
  private final Cases cases;
  private final Conversations conversations;
  private final Records records;

  FreezeRecordPage(Cases cases, Conversations conversations, Records records) {
    this.cases = cases;
    this.conversations = conversations;
    this.records = records;
  }

  @GetMapping("/conversations/{id}/record/draft/freeze")
  String form(@PathVariable ConversationId id, Model model) {
    Conversation conversation = show(id, model);
    return form(conversation, records.opened(id), Sent.nothing(), new FormErrors(), model);
  }

  @PostMapping("/conversations/{id}/record/draft/freeze")
  String freeze(
      @PathVariable ConversationId id,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    Conversation conversation = show(id, model);
    var sent = new Sent(fields);
    List<OpenedAccount> opened = records.opened(id);
    var errors = new FormErrors();
    Map<VersionId, Boolean> answers = OpenedAccount.answers(opened, sent, errors);
    Optional<Records.Made> made =
        errors.isEmpty()
            ? errors.findTaken(
                () -> records.freeze(id, answers, sent.texts("takenUp")),
                "freeze",
                "freeze",
                "takenUp")
            : Optional.empty();
    if (made.isEmpty()) {
      return form(conversation, opened, sent, errors, model);
    }
    afterwards.addFlashAttribute(
        "done", "Version " + made.get().number() + " is made. It never changes.");
    return "redirect:/conversations/" + id + "/record";
  }

  private Conversation show(ConversationId id, Model model) {
    Conversation conversation = conversations.require(id);
    model.addAttribute("one", cases.require(conversation.caseId(), ConversationsPage.WRITE));
    model.addAttribute("conversation", conversation);
    return conversation;
  }

  private String form(
      Conversation conversation,
      List<OpenedAccount> opened,
      Sent sent,
      FormErrors errors,
      Model model) {
    Records.Draft draft = records.findDraft(conversation.id()).orElseThrow(Problem::notFound);
    List<Records.Correction> proposed =
        conversation.recorded() ? records.corrections(conversation.id()) : List.of();
    model.addAttribute("draft", draft);
    model.addAttribute("opened", opened);
    model.addAttribute(
        "corrections",
        proposed.stream()
            .filter(it -> it.takenUpIn() == null)
            .map(it -> new Choice(it.id().toString(), it.text(), "Because: " + it.why()))
            .toList());
    model.addAttribute("sent", sent);
    model.addAttribute("errors", errors);
    return "conversations/freeze";
  }
}
