package org.cordon.gateway.conversations;

import java.util.List;
import java.util.Optional;
import org.cordon.gateway.drafting.OpenedAccount;
import org.cordon.gateway.drafting.OpenedAccounts;
import org.cordon.gateway.pages.Choice;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.gateway.people.People;
import org.cordon.platform.ids.ConversationId;
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
  private final OpenConversations open;
  private final Records records;
  private final OpenedAccounts accounts;
  private final People people;

  FreezeRecordPage(
      OpenConversations open, Records records, OpenedAccounts accounts, People people) {
    this.open = open;
    this.records = records;
    this.accounts = accounts;
    this.people = people;
  }

  @GetMapping("/conversations/{id}/record/draft/freeze")
  String form(@PathVariable ConversationId id, Model model) {
    OpenConversations.Open shown = open.show(id, ConversationsPage.WRITE, model);
    return form(shown, accounts.of(Records.address(id)), Sent.nothing(), new FormErrors(), model);
  }

  @PostMapping("/conversations/{id}/record/draft/freeze")
  String freeze(
      @PathVariable ConversationId id,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    OpenConversations.Open shown = open.show(id, ConversationsPage.WRITE, model);
    var sent = new Sent(fields);
    List<OpenedAccount> opened = accounts.of(Records.address(id));
    var errors = new FormErrors();
    List<OpenedAccount.Answer> answers = OpenedAccount.answers(opened, sent, errors);
    Optional<Records.Made> made =
        errors.isEmpty()
            ? errors.findTaken(
                () -> records.freeze(id, answers, sent.texts("takenUp")),
                "freeze",
                "freeze",
                "takenUp")
            : Optional.empty();
    if (made.isEmpty()) {
      return form(shown, opened, sent, errors, model);
    }
    afterwards.addFlashAttribute(
        "done", "Version " + made.get().number() + " is made. It never changes.");
    return "redirect:/conversations/" + id + "/record";
  }

  private String form(
      OpenConversations.Open shown,
      List<OpenedAccount> opened,
      Sent sent,
      FormErrors errors,
      Model model) {
    Conversation conversation = shown.conversation();
    Records.Draft draft = records.findDraft(conversation.id()).orElseThrow(Problem::notFound);
    List<Records.Correction> proposed =
        conversation.recorded() ? records.corrections(conversation.id()) : List.of();
    model.addAttribute("draft", draft);
    model.addAttribute("opened", opened);
    model.addAttribute("waiting", accounts.waiting(Records.address(conversation.id())));
    model.addAttribute("names", people.names(shown.one()));
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
