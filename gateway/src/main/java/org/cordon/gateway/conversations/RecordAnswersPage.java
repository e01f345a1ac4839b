package org.cordon.gateway.conversations;

import java.util.List;
import org.cordon.gateway.drafting.OpenedAccount;
import org.cordon.gateway.drafting.OpenedAccounts;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
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
 * Saying which of the accounts one opened went into a record, for whoever writes in it and leaves
 * it to the other one to make the version.
 */
@Controller
class RecordAnswersPage {
  private final OpenConversations open;
  private final OpenedAccounts accounts;

  RecordAnswersPage(OpenConversations open, OpenedAccounts accounts) {
    this.open = open;
    this.accounts = accounts;
  }

  @GetMapping("/conversations/{id}/record/draft/opened")
  String form(@PathVariable ConversationId id, Model model) {
    open.show(id, ConversationsPage.WRITE, model);
    return form(id, accounts.of(Records.address(id)), Sent.nothing(), new FormErrors(), model);
  }

  @PostMapping("/conversations/{id}/record/draft/opened")
  String answer(
      @PathVariable ConversationId id,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    open.show(id, ConversationsPage.WRITE, model);
    var sent = new Sent(fields);
    List<OpenedAccount> opened = accounts.of(Records.address(id));
    var errors = new FormErrors();
    List<OpenedAccount.Answer> answers = OpenedAccount.answers(opened, sent, errors);
    if (!errors.isEmpty()
        || !errors.isTaken(
            () -> accounts.answer(Records.address(id), answers), "opened", "opened")) {
      return form(id, opened, sent, errors, model);
    }
    afterwards.addFlashAttribute("done", OpenedAccount.KEPT);
    // What was used may just have closed the draft to whoever said so.
    return "redirect:/conversations/" + id;
  }

  private static String form(
      ConversationId id, List<OpenedAccount> opened, Sent sent, FormErrors errors, Model model) {
    model.addAttribute("caption", "The record of a conversation");
    model.addAttribute("draft", "/conversations/" + id + "/record/draft");
    model.addAttribute("opened", opened);
    model.addAttribute("sent", sent);
    model.addAttribute("errors", errors);
    return "drafting/opened";
  }
}
