package org.cordon.gateway.conversations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cordon.gateway.pages.Choice;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Formats;
import org.cordon.gateway.pages.Sent;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.ItemId;
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

/** The guide of a conversation: writing its questions, and what the officer says (rule 10). */
@Controller
class GuidePage {
  private static final int MAX_QUESTION = 500;
  private static final int MAX_QUESTIONS = 30;

  private final OpenConversations open;
  private final Conversations conversations;
  private final Guides guides;
  private final Formats formats;

  GuidePage(OpenConversations open, Conversations conversations, Guides guides, Formats formats) {
    this.open = open;
    this.conversations = conversations;
    this.guides = guides;
    this.formats = formats;
  }

  @GetMapping("/conversations/{id}/guide")
  String writing(@PathVariable ConversationId id, Model model) {
    open.show(id, ConversationsPage.WRITE, model);
    model.addAttribute("key", UUID.randomUUID().toString());
    return write(conversations.topics(), Sent.nothing(), new FormErrors(), model);
  }

  @PostMapping("/conversations/{id}/guide")
  String write(
      @PathVariable ConversationId id,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    Conversation conversation = open.show(id, ConversationsPage.WRITE, model).conversation();
    var sent = new Sent(fields);
    var errors = new FormErrors();
    List<Conversations.Topic> topics = conversations.topics();
    List<Guides.Asked> asked = asked(topics, sent, errors);
    String title = "Guide of the conversation on " + formats.dayOf(conversation.plan().at());
    Optional<ItemId> paper =
        errors.isEmpty()
            ? errors.findTaken(
                () -> guides.begin(conversation.caseId(), title, asked, sent.text("key")),
                field(topics.getFirst()))
            : Optional.empty();
    if (paper.isEmpty()) {
      model.addAttribute("key", sent.text("key"));
      return write(topics, sent, errors, model);
    }
    afterwards.addFlashAttribute(
        "done",
        "The guide is begun. Make it a version, then submit it on the page of the conversation.");
    return "redirect:/papers/" + paper.get();
  }

  @GetMapping("/conversations/{id}/guide/submit")
  String submitting(@PathVariable ConversationId id, Model model) {
    Conversation conversation = open.show(id, ConversationsPage.WRITE, model).conversation();
    return submit(conversation, "", UUID.randomUUID().toString(), new FormErrors(), model);
  }

  @PostMapping("/conversations/{id}/guide/submit")
  String submit(
      @PathVariable ConversationId id,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    Conversation conversation = open.show(id, ConversationsPage.WRITE, model).conversation();
    var sent = new Sent(fields);
    var errors = new FormErrors();
    Optional<VersionId> version = version(sent.text("version"));
    if (version.isEmpty()) {
      errors.add("version", "Select the guide");
    }
    if (version.isPresent()
        && errors.isTaken(
            () -> conversations.submit(id, version.get(), sent.text("key")),
            "version",
            "version")) {
      afterwards.addFlashAttribute("done", "The guide is with the approving officer.");
      return "redirect:/conversations/" + id;
    }
    return submit(conversation, sent.text("version"), sent.text("key"), errors, model);
  }

  @GetMapping("/conversations/{id}/guide/submissions/{submission}/decide")
  String deciding(@PathVariable ConversationId id, @PathVariable UUID submission, Model model) {
    require(open.show(id, ConversationsPage.APPROVE, model).conversation(), submission, model);
    return decide(Sent.nothing(), new FormErrors(), model);
  }

  @PostMapping("/conversations/{id}/guide/submissions/{submission}/decide")
  String decide(
      @PathVariable ConversationId id,
      @PathVariable UUID submission,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    GuideSubmission found =
        require(open.show(id, ConversationsPage.APPROVE, model).conversation(), submission, model);
    var sent = new Sent(fields);
    var errors = new FormErrors();
    Optional<GuideSubmission.Outcome> outcome = sent.one("decision", GuideSubmission.Outcome.class);
    String reason = sent.lines("reason");
    if (outcome.isEmpty()) {
      errors.add("decision", "Select whether you approve the guide");
    } else if (outcome.get() == GuideSubmission.Outcome.SENT_BACK) {
      errors.require("reason", reason, "Enter what has to change");
    }
    if (errors.isEmpty()
        && outcome.isPresent()
        && errors.isTaken(
            () -> conversations.decide(id, found, outcome.get(), reason),
            "decision",
            "decision",
            "reason")) {
      afterwards.addFlashAttribute(
          "done",
          outcome.get() == GuideSubmission.Outcome.APPROVED
              ? "The guide is approved."
              : "The guide is sent back.");
      return "redirect:/conversations/" + id;
    }
    return decide(sent, errors, model);
  }

  private static GuideSubmission require(Conversation conversation, UUID submission, Model model) {
    GuideSubmission newest = conversation.submission();
    if (newest == null || !newest.id().equals(submission) || newest.decision() != null) {
      throw Problem.notFound();
    }
    model.addAttribute("submission", newest);
    return newest;
  }

  private static List<Guides.Asked> asked(
      List<Conversations.Topic> topics, Sent sent, FormErrors errors) {
    List<Guides.Asked> asked = new ArrayList<>();
    for (Conversations.Topic topic : topics) {
      List<String> questions =
          Arrays.stream(sent.text(field(topic)).split("\\R"))
              .map(String::strip)
              .filter(it -> !it.isEmpty())
              .toList();
      check(topic, questions, errors);
      if (!questions.isEmpty()) {
        asked.add(new Guides.Asked(topic.name(), questions));
      }
    }
    if (asked.isEmpty()) {
      errors.add(field(topics.getFirst()), "Enter at least one question");
    }
    return asked;
  }

  private static void check(Conversations.Topic topic, List<String> questions, FormErrors errors) {
    if (questions.size() > MAX_QUESTIONS) {
      errors.add(
          field(topic), "Enter at most " + MAX_QUESTIONS + " questions about " + topic.name());
    }
    if (questions.stream().anyMatch(it -> !it.endsWith("?") || it.length() > MAX_QUESTION)) {
      errors.add(
          field(topic),
          "Each line about "
              + topic.name()
              + " must be a question that ends with a question mark, of at most "
              + MAX_QUESTION
              + " characters");
    }
  }

  private static String write(
      List<Conversations.Topic> topics, Sent sent, FormErrors errors, Model model) {
    model.addAttribute("topics", topics);
    model.addAttribute("sent", sent);
    model.addAttribute("errors", errors);
    return "conversations/guide";
  }

  private String submit(
      Conversation conversation, String chosen, String key, FormErrors errors, Model model) {
    model.addAttribute("versions", guides.versions(conversation));
    model.addAttribute("chosen", chosen);
    model.addAttribute("key", key);
    model.addAttribute("errors", errors);
    return "conversations/submit";
  }

  private static String decide(Sent sent, FormErrors errors, Model model) {
    model.addAttribute(
        "outcomes",
        List.of(
            new Choice("APPROVED", "Approve it", "A record of this conversation can then be made"),
            new Choice("SENT_BACK", "Send it back", "Say what has to change")));
    model.addAttribute("sent", sent);
    model.addAttribute("errors", errors);
    return "conversations/decide-guide";
  }

  private static Optional<VersionId> version(String text) {
    try {
      return Optional.of(VersionId.from(text));
    } catch (IllegalArgumentException notChosen) {
      return Optional.empty();
    }
  }

  private static String field(Conversations.Topic topic) {
    return "topic-" + topic.key();
  }
}
