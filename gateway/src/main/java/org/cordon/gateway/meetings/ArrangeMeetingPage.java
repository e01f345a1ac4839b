package org.cordon.gateway.meetings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.pages.Choice;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.platform.ids.CaseId;
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

/** Arranging a meeting, and changing what is planned; nobody is told of it by that. */
@Controller
class ArrangeMeetingPage {
  private static final String[] FIELDS = {
    "kind", "title", "place", "papers", "invited", "until", "agenda"
  };

  private final Cases cases;
  private final Meetings meetings;
  private final Choices choices;
  private final Clock clock;

  ArrangeMeetingPage(Cases cases, Meetings meetings, Choices choices, Clock clock) {
    this.cases = cases;
    this.meetings = meetings;
    this.choices = choices;
    this.clock = clock;
  }

  @GetMapping("/cases/{caseId}/meetings/arrange")
  String arranging(@PathVariable CaseId caseId, Model model) {
    OneCase one = cases.require(caseId, MeetingsPage.MANAGE);
    model.addAttribute("key", UUID.randomUUID().toString());
    return form(one, null, MeetingForm.of(Sent.nothing()), new FormErrors(), model);
  }

  @PostMapping("/cases/{caseId}/meetings/arrange")
  String arrange(
      @PathVariable CaseId caseId,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    OneCase one = cases.require(caseId, MeetingsPage.MANAGE);
    var sent = new Sent(fields);
    MeetingForm form = MeetingForm.of(sent);
    var errors = new FormErrors();
    model.addAttribute("key", sent.text("key"));
    if (sent.text("step").equals("more")) {
      return form(one, null, form, errors, model);
    }
    Optional<MeetingForm.Wanted> wanted =
        form.read(sent.one("kind", MeetingKind.class), true, LocalDate.now(clock), errors);
    Optional<String> arranged =
        wanted.flatMap(it ->
            errors.findTaken(
                () -> meetings.arrange(caseId, it, sent.text("key")), "title", FIELDS));
    if (arranged.isEmpty()) {
      return form(one, null, form, errors, model);
    }
    afterwards.addFlashAttribute("done", "The meeting is arranged. Nobody has been told yet.");
    return "redirect:/meetings/" + arranged.get();
  }

  @GetMapping("/meetings/{id}/change")
  String changing(@PathVariable String id, Model model) {
    Meeting known = meetings.require(id);
    model.addAttribute("revision", known.revision());
    return form(one(known), known, MeetingForm.of(known), new FormErrors(), model);
  }

  @PostMapping("/meetings/{id}/change")
  String change(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    Meeting known = meetings.require(id);
    OneCase one = one(known);
    var sent = new Sent(fields);
    MeetingForm form = MeetingForm.of(sent);
    var errors = new FormErrors();
    model.addAttribute("revision", sent.number("revision"));
    if (sent.text("step").equals("more")) {
      return form(one, known, form, errors, model);
    }
    Optional<MeetingForm.Wanted> wanted =
        form.read(Optional.of(known.kind()), false, LocalDate.now(clock), errors);
    if (wanted.isEmpty()
        || !errors.isTaken(
            () -> meetings.change(id, wanted.get(), sent.number("revision")), "title", FIELDS)) {
      return form(one, known, form, errors, model);
    }
    afterwards.addFlashAttribute(
        "done",
        known.sent().isEmpty()
            ? "The meeting is saved."
            : "The meeting is saved. Those who were invited see the change once you send it.");
    return "redirect:/meetings/" + id;
  }

  private OneCase one(Meeting known) {
    OneCase one = cases.require(known.caseId(), MeetingsPage.MANAGE);
    if (known.kind().isWithPractitioners() && !one.may("meetPractitioners")) {
      throw Problem.notFound();
    }
    return one;
  }

  private String form(
      OneCase one, @Nullable Meeting known, MeetingForm form, FormErrors errors, Model model) {
    boolean practitioners = one.may("meetPractitioners");
    List<Choice> kinds =
        Arrays.stream(MeetingKind.values())
            .filter(kind -> practitioners || !kind.isWithPractitioners())
            .map(kind -> new Choice(kind.name(), kind.title(), kind.means()))
            .toList();
    model.addAttribute("one", one);
    model.addAttribute("known", known);
    model.addAttribute("form", form);
    model.addAttribute("rows", form.rows());
    model.addAttribute("kinds", kinds);
    model.addAttribute("undiscussed", !practitioners);
    model.addAttribute("papers", choices.papers(one, known));
    model.addAttribute("people", choices.people(one.id()));
    model.addAttribute("errors", errors);
    return "meetings/arrange";
  }
}
