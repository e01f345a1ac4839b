package org.cordon.gateway.reviewing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cordon.gateway.cases.CaseRole;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.pages.Choice;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Formats;
import org.cordon.gateway.pages.Sent;
import org.cordon.gateway.papers.Paper;
import org.cordon.gateway.papers.Papers;
import org.cordon.gateway.people.People;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Sending a version round for comments: whom and by when, then a rehearsal that says who gets it
 * and who needs the approving officer's decision, then it is sent (rules 7, 8, 17 and 18).
 */
@Controller
class CirculatePaperPage {
  private final Papers papers;
  private final Versions versions;
  private final Cases cases;
  private final People people;
  private final Formats formats;
  private final Clock clock;

  CirculatePaperPage(
      Papers papers, Versions versions, Cases cases, People people, Formats formats, Clock clock) {
    this.papers = papers;
    this.versions = versions;
    this.cases = cases;
    this.people = people;
    this.formats = formats;
    this.clock = clock;
  }

  /** What is sent round, and who could get it. */
  private record Subject(Paper paper, Paper.Frozen version, OneCase one, List<Choice> members) {

    List<Choice> chosen(List<String> people) {
      return members.stream().filter(each -> people.contains(each.value())).toList();
    }
  }

  @GetMapping("/papers/{id}/versions/{number}/circulate")
  String form(@PathVariable ItemId id, @PathVariable int number, Model model) {
    MultiValueMap<String, String> begin = new LinkedMultiValueMap<>();
    begin.add("key", UUID.randomUUID().toString());
    return form(require(id, number, model), new Sent(begin), new FormErrors(), model);
  }

  /**
   * Step "rehearse" is the default; "send" sends, "back" changes who; a person under "ask" is one
   * for whom a disclosure is asked.
   */
  @PostMapping("/papers/{id}/versions/{number}/circulate")
  String circulate(
      @PathVariable ItemId id,
      @PathVariable int number,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    Subject subject = require(id, number, model);
    var sent = new Sent(fields);
    var errors = new FormErrors();
    List<Choice> to = subject.chosen(sent.texts("people"));
    if (to.isEmpty()) {
      errors.add("people", "Select at least one person");
    }
    LocalDate by =
        sent.date("by")
            .requireAhead(
                "by", LocalDate.now(clock), "Enter the day by which you want comments", errors);
    if (by == null || !errors.isEmpty() || sent.text("step").equals("back")) {
      return form(
          subject, sent, sent.text("step").equals("back") ? new FormErrors() : errors, model);
    }
    Set<String> asked = new LinkedHashSet<>(sent.texts("asked"));
    ask(subject, sent, by, errors).ifPresent(asked::add);
    boolean rehearse = !sent.text("step").equals("send");
    Optional<SentRound> outcome =
        errors.isEmpty() ? sendRound(subject, to, by, rehearse, sent, errors) : Optional.empty();
    if (outcome.isEmpty()) {
      return form(subject, sent, errors, model);
    }
    if (!rehearse) {
      afterwards.addFlashAttribute("done", done(outcome.get()));
      return "redirect:/papers/" + id + "/versions/" + number;
    }
    return confirm(to, outcome.get(), by, sent, new ArrayList<>(asked), model);
  }

  private Optional<SentRound> sendRound(
      Subject subject,
      List<Choice> to,
      LocalDate by,
      boolean rehearse,
      Sent sent,
      FormErrors errors) {
    List<PersonId> ids = to.stream().map(each -> PersonId.from(each.value())).toList();
    return errors.findTaken(
        () ->
            versions.circulate(
                subject.paper().id(),
                subject.version().number(),
                ids,
                by,
                rehearse,
                sent.text("key")),
        "people",
        "people",
        "by");
  }

  /** Asks for a disclosure to the person under "ask"; the same page asks for each once. */
  private Optional<String> ask(Subject subject, Sent sent, LocalDate by, FormErrors errors) {
    return subject.chosen(sent.texts("ask")).stream()
        .findFirst()
        .filter(person ->
            errors.isTaken(
                () ->
                    versions.askDisclosure(
                        subject.one().id(),
                        subject.version().id(),
                        PersonId.from(person.value()),
                        "To read version %d of a working paper and comment on it by %s."
                            .formatted(subject.version().number(), formats.day(by)),
                        sent.text("key") + "." + person.value()),
                "people"))
        .map(Choice::value);
  }

  private Subject require(ItemId id, int number, Model model) {
    Paper paper = papers.require(id);
    OneCase one = cases.require(paper.caseId(), "writePapers");
    Paper.Frozen version = paper.version(number);
    model.addAttribute("paper", paper);
    model.addAttribute("one", one);
    model.addAttribute("version", version);
    return new Subject(
        paper,
        version,
        one,
        people.in(one.id(), null).items().stream()
            .filter(person -> person.roles().contains(CaseRole.CASE_GROUP_MEMBER))
            .map(person -> Choice.of(person.person(), person.name()))
            .toList());
  }

  private static String confirm(
      List<Choice> to,
      SentRound outcome,
      LocalDate by,
      Sent sent,
      List<String> asked,
      Model model) {
    model.addAttribute("to", to);
    model.addAttribute("by", by);
    model.addAttribute("sent", sent);
    model.addAttribute("asked", asked);
    model.addAttribute("receivers", those(to, outcome.circulated()));
    model.addAttribute("waiting", those(to, outcome.needDecision()));
    return "reviewing/circulate-confirm";
  }

  private static List<Choice> those(List<Choice> to, List<PersonId> people) {
    List<String> ids = people.stream().map(PersonId::toString).toList();
    return to.stream().filter(each -> ids.contains(each.value())).toList();
  }

  private static String done(SentRound outcome) {
    int waiting = outcome.needDecision().size();
    return "Circulated to "
        + count(outcome.circulated().size())
        + (waiting == 0 ? "." : ", and not to " + count(waiting) + ".");
  }

  private static String count(int people) {
    return people == 1 ? "1 person" : people + " people";
  }

  private static String form(Subject subject, Sent sent, FormErrors errors, Model model) {
    model.addAttribute("members", subject.members());
    model.addAttribute("sent", sent);
    model.addAttribute("errors", errors);
    return "reviewing/circulate";
  }
}
