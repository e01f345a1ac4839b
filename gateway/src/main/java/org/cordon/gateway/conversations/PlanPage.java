package org.cordon.gateway.conversations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cordon.gateway.cases.CaseRole;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.pages.Choice;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.gateway.people.People;
import org.cordon.gateway.people.PersonInCase;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ConversationId;
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

/** Planning a conversation, or one that follows up another, and changing a plan. */
@Controller
class PlanPage {
  private final Cases cases;
  private final People people;
  private final Conversations conversations;
  private final Clock clock;

  /** What a plan is made for: a form, and the conversation that is changed or followed up. */
  private record Plan(
      OneCase one,
      ConversationForm form,
      @Nullable Conversation known,
      @Nullable Conversation earlier) {

    @Nullable ConversationId followUpOf() {
      return known != null ? known.followUpOf() : earlier == null ? null : earlier.id();
    }

    Optional<String> participant() {
      return Optional.ofNullable(known == null ? earlier : known)
          .map(it -> it.participant().toString());
    }
  }

  PlanPage(Cases cases, People people, Conversations conversations, Clock clock) {
    this.cases = cases;
    this.people = people;
    this.conversations = conversations;
    this.clock = clock;
  }

  @GetMapping("/cases/{caseId}/conversations/plan")
  String planning(
      @PathVariable CaseId caseId,
      @RequestParam MultiValueMap<String, String> fields,
      Model model) {
    var sent = new Sent(fields);
    OneCase one = cases.require(caseId, ConversationsPage.WRITE);
    Optional<Plan> plan = plan(one, sent);
    var errors = new FormErrors();
    if (plan.isEmpty()) {
      if (fields.containsKey("form")) {
        errors.add("form", "Select whom the conversation is with");
      }
      return whom(one, errors, model);
    }
    model.addAttribute("key", UUID.randomUUID().toString());
    String participant = plan.get().participant().orElse(sent.text("participant"));
    return form(plan.get(), PlanForm.with(participant), errors, model);
  }

  @PostMapping("/cases/{caseId}/conversations/plan")
  String plan(
      @PathVariable CaseId caseId,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    var sent = new Sent(fields);
    OneCase one = cases.require(caseId, ConversationsPage.WRITE);
    var errors = new FormErrors();
    Optional<Plan> found = plan(one, sent);
    if (found.isEmpty()) {
      return whom(one, errors.add("form", "Select whom the conversation is with"), model);
    }
    Plan plan = found.get();
    PlanForm form = PlanForm.of(sent);
    Optional<ConversationId> planned =
        form.read(plan.form(), plan.followUpOf(), LocalDate.now(clock), errors)
            .flatMap(wanted ->
                errors.findTaken(
                    () -> conversations.plan(caseId, wanted, sent.text("key")),
                    "participant",
                    PlanForm.FIELDS));
    if (planned.isEmpty()) {
      model.addAttribute("key", sent.text("key"));
      return form(plan, form, errors, model);
    }
    afterwards.addFlashAttribute("done", "The conversation is planned.");
    return "redirect:/conversations/" + planned.get();
  }

  @GetMapping("/conversations/{id}/change")
  String changing(@PathVariable ConversationId id, Model model) {
    Conversation known = conversations.require(id);
    model.addAttribute("revision", known.plan().revision());
    return form(plan(known), PlanForm.of(known), new FormErrors(), model);
  }

  @PostMapping("/conversations/{id}/change")
  String change(
      @PathVariable ConversationId id,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    Plan plan = plan(conversations.require(id));
    var sent = new Sent(fields);
    PlanForm form = PlanForm.of(sent);
    var errors = new FormErrors();
    Optional<PlanForm.Wanted> wanted =
        form.read(plan.form(), plan.followUpOf(), LocalDate.now(clock), errors);
    if (wanted.isEmpty()
        || !errors.isTaken(
            () -> conversations.change(id, wanted.get(), sent.number("revision")),
            "place",
            PlanForm.FIELDS)) {
      model.addAttribute("revision", sent.number("revision"));
      return form(plan, form, errors, model);
    }
    afterwards.addFlashAttribute("done", "The plan is saved.");
    return "redirect:/conversations/" + id;
  }

  /** The plan that a form is about; empty while it does not say with whom. */
  private Optional<Plan> plan(OneCase one, Sent sent) {
    String earlier = sent.text("followUpOf");
    if (earlier.isEmpty()) {
      return sent.one("form", ConversationForm.class).map(form -> new Plan(one, form, null, null));
    }
    Conversation before = conversations.require(id(earlier));
    if (!before.caseId().equals(one.id())) {
      throw Problem.notFound();
    }
    return Optional.of(new Plan(one, before.form(), null, before));
  }

  private Plan plan(Conversation known) {
    OneCase one = cases.require(known.caseId(), ConversationsPage.WRITE);
    return new Plan(one, known.form(), known, null);
  }

  private static ConversationId id(String text) {
    try {
      return ConversationId.from(text);
    } catch (IllegalArgumentException notAnId) {
      throw Problem.notFound();
    }
  }

  private static String whom(OneCase one, FormErrors errors, Model model) {
    model.addAttribute("one", one);
    model.addAttribute("forms", ConversationForm.choices());
    model.addAttribute("errors", errors);
    return "conversations/whom";
  }

  private String form(Plan plan, PlanForm form, FormErrors errors, Model model) {
    List<PersonInCase> everybody =
        people.all(plan.one().id()).stream()
            .sorted(Comparator.comparing(PersonInCase::name))
            .toList();
    model.addAttribute("one", plan.one());
    model.addAttribute("kind", plan.form());
    model.addAttribute("known", plan.known());
    model.addAttribute("earlier", plan.earlier());
    model.addAttribute("fixed", plan.participant().isPresent());
    model.addAttribute("form", form);
    model.addAttribute(
        "participants", choices(everybody, it -> it.roles().contains(plan.form().participant())));
    model.addAttribute("conductors", choices(everybody, it -> plan.form().isHeldBy(it.roles())));
    model.addAttribute("errors", errors);
    return "conversations/plan";
  }

  private static List<Choice> choices(List<PersonInCase> people, Predicate<PersonInCase> which) {
    return people.stream()
        .filter(which)
        .map(it -> Choice.of(it.person(), it.name() + " (" + known(it) + ")"))
        .toList();
  }

  private static String known(PersonInCase person) {
    return person.agency() == null
        ? person.roles().stream().map(CaseRole::title).collect(Collectors.joining(", "))
        : person.agency().name();
  }
}
