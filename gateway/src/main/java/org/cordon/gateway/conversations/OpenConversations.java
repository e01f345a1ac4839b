package org.cordon.gateway.conversations;

import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.platform.ids.ConversationId;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts a conversation and its case on a page that takes an action. */
@Component
class OpenConversations {
  private final Cases cases;
  private final Conversations conversations;

  /** What is on the page. */
  record Open(OneCase one, Conversation conversation) {}

  OpenConversations(Cases cases, Conversations conversations) {
    this.cases = cases;
    this.conversations = conversations;
  }

  /**
   * Shows a conversation to whoever may do this in its case.
   *
   * @throws org.cordon.platform.problems.Problem NOT_FOUND when it is absent, or they may not
   */
  Open show(ConversationId id, String action, Model model) {
    Conversation conversation = conversations.require(id);
    OneCase one = cases.require(conversation.caseId(), action);
    model.addAttribute("one", one);
    model.addAttribute("conversation", conversation);
    return new Open(one, conversation);
  }
}
