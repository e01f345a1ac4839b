package org.cordon.gateway.meetings;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.pages.Choice;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Sending a meeting to those whom it invites, after a look at who could not read its papers; and
 * putting on record who was there, after the same look (rule 18).
 */
@Controller
class SendPage {
  private final Cases cases;
  private final Meetings meetings;
  private final Choices choices;
  private final Clock clock;

  SendPage(Cases cases, Meetings meetings, Choices choices, Clock clock) {
    this.cases = cases;
    this.meetings = meetings;
    this.choices = choices;
    this.clock = clock;
  }

  @GetMapping("/meetings/{id}/send")
  String rehearse(@PathVariable String id, Model model) {
    Meeting meeting = show(id, model);
    var errors = new FormErrors();
    rehearsed(meeting, meeting.revision(), errors, model);
    return "meetings/send";
  }

  @PostMapping("/meetings/{id}/send")
  String send(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    Meeting meeting = show(id, model);
    long seen = new Sent(fields).number("revision");
    var errors = new FormErrors();
    Optional<Meetings.Sending> sending =
        errors.findTaken(() -> meetings.send(id, seen, false), "send");
    if (sending.filter(it -> it.needDecision().isEmpty()).isPresent()) {
      int people = sending.get().sent().size();
      afterwards.addFlashAttribute(
          "done", "Sent to " + people + (people == 1 ? " person." : " people."));
      return "redirect:/meetings/" + id;
    }
    if (sending.isPresent()) {
      outcome(meeting, sending.get(), model);
    } else {
      rehearsed(meeting, meeting.revision(), errors, model);
    }
    return "meetings/send";
  }

  @GetMapping("/meetings/{id}/attendance")
  String attending(@PathVariable String id, Model model) {
    Meeting meeting = show(id, model);
    requireBegun(meeting);
    Meeting.Attendance known = meeting.attendance();
    return attendance(
        meeting,
        (known == null ? meeting.invited() : known.attended())
            .stream().map(Object::toString).toList(),
        new FormErrors(),
        model);
  }

  @PostMapping("/meetings/{id}/attendance")
  String attended(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    Meeting meeting = show(id, model);
    requireBegun(meeting);
    var sent = new Sent(fields);
    List<String> people = sent.texts("attended");
    var errors = new FormErrors();
    if (people.isEmpty()) {
      errors.add("attended", "Select everybody who was there");
    }
    boolean allTheSame = sent.text("step").equals("all-the-same");
    Optional<Meetings.Recording> recording =
        errors.isEmpty() && !sent.text("step").equals("back")
            ? errors.findTaken(
                () -> meetings.attended(id, people, allTheSame), "attended", "attended")
            : Optional.empty();
    if (recording.isEmpty()) {
      return attendance(meeting, people, errors, model);
    }
    if (recording.get().recorded().isEmpty()) {
      model.addAttribute("people", people);
      model.addAttribute("need", choices.names(meeting.caseId(), recording.get().needDecision()));
      return "meetings/attendance-confirm";
    }
    afterwards.addFlashAttribute("done", "It is on record who was there.");
    return "redirect:/meetings/" + id;
  }

  private Meeting show(String id, Model model) {
    Meeting meeting = meetings.require(id);
    OneCase one = cases.require(meeting.caseId(), MeetingsPage.MANAGE);
    if (meeting.kind().isWithPractitioners() && !one.may("meetPractitioners")) {
      throw Problem.notFound();
    }
    model.addAttribute("one", one);
    model.addAttribute("meeting", meeting);
    return meeting;
  }

  private void requireBegun(Meeting meeting) {
    if (meeting.at().isAfter(clock.instant())) {
      throw Problem.notFound();
    }
  }

  private void rehearsed(Meeting meeting, long seen, FormErrors errors, Model model) {
    Optional<Meetings.Sending> sending =
        meeting.invited().isEmpty()
            ? Optional.empty()
            : errors.findTaken(() -> meetings.send(meeting.id(), seen, true), "send");
    outcome(meeting, sending.orElse(new Meetings.Sending(List.of(), List.of())), model);
    model.addAttribute("errors", errors);
  }

  private void outcome(Meeting meeting, Meetings.Sending sending, Model model) {
    model.addAttribute("to", choices.names(meeting.caseId(), sending.sent()));
    model.addAttribute("need", choices.names(meeting.caseId(), sending.needDecision()));
    model.addAttribute("errors", new FormErrors());
  }

  private String attendance(Meeting meeting, List<String> chosen, FormErrors errors, Model model) {
    List<Choice> everybody = choices.people(meeting.caseId());
    model.addAttribute("everybody", everybody);
    model.addAttribute("chosen", chosen);
    model.addAttribute("errors", errors);
    return "meetings/attendance";
  }
}
