package org.cordon.gateway.conversations;

import java.util.List;
import java.util.Optional;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.pages.Choice;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.gateway.people.People;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.VersionId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The passages of a record that went outside the guide; the approving officer reads each, and
 * releases it or keeps it out after a second look (rule 10).
 */
@Controller
class QuarantinePage {
  private static final String DECIDE = "decideQuarantine";

  private final OpenConversations open;
  private final People people;
  private final Quarantine quarantine;

  QuarantinePage(OpenConversations open, People people, Quarantine quarantine) {
    this.open = open;
    this.people = people;
    this.quarantine = quarantine;
  }

  @GetMapping("/conversations/{id}/quarantined")
  String all(@PathVariable ConversationId id, Model model) {
    OneCase one = open.show(id, DECIDE, model).one();
    model.addAttribute("quarantined", quarantine.of(id));
    model.addAttribute("names", people.names(one));
    return "conversations/quarantined";
  }

  @GetMapping("/conversations/{id}/quarantined/{version}/decide")
  String deciding(@PathVariable ConversationId id, @PathVariable VersionId version, Model model) {
    open.show(id, DECIDE, model);
    return form(quarantine.require(id, version), Sent.nothing(), new FormErrors(), model);
  }

  @PostMapping("/conversations/{id}/quarantined/{version}/decide")
  String decide(
      @PathVariable ConversationId id,
      @PathVariable VersionId version,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    open.show(id, DECIDE, model);
    Quarantine.Quarantined found = quarantine.require(id, version);
    var sent = new Sent(fields);
    Optional<Quarantine.Outcome> outcome = sent.one("decision", Quarantine.Outcome.class);
    String reason = sent.lines("reason");
    var errors = new FormErrors();
    if (outcome.isEmpty()) {
      errors.add("decision", "Select what becomes of the passage");
    }
    errors.require("reason", reason, "Enter the reason");
    if (!errors.isEmpty() || outcome.isEmpty() || sent.text("step").equals("back")) {
      return form(found, sent, errors, model);
    }
    boolean released = outcome.get() == Quarantine.Outcome.RELEASED;
    if (!sent.text("step").equals("confirmed")) {
      model.addAttribute("found", found);
      model.addAttribute("released", released);
      model.addAttribute("sent", sent);
      return "conversations/quarantined-confirm";
    }
    if (!errors.isTaken(
        () -> quarantine.decide(id, version, outcome.get(), reason),
        "decision",
        "decision",
        "reason")) {
      return form(found, sent, errors, model);
    }
    afterwards.addFlashAttribute(
        "done", released ? "The passage is released into the record." : "The passage is kept out.");
    return "redirect:/conversations/" + id + "/quarantined";
  }

  private static String form(
      Quarantine.Quarantined found, Sent sent, FormErrors errors, Model model) {
    model.addAttribute("found", found);
    model.addAttribute(
        "outcomes",
        List.of(
            new Choice(
                "RELEASED",
                "Release it into the record",
                "Everybody who may read the record then reads it, the participant too"),
            new Choice("KEPT", "Keep it out", "It stays with you alone")));
    model.addAttribute("sent", sent);
    model.addAttribute("errors", errors);
    return "conversations/quarantined-decide";
  }
}
