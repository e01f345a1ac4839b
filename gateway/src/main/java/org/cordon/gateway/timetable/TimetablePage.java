package org.cordon.gateway.timetable;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.pages.DateFields;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.platform.ids.CaseId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The timetable of a case, and setting it out. */
@Controller
class TimetablePage {
  /** What access-service calls reading who takes part, and by when. */
  static final String READ = "readPeople";

  /** What access-service calls keeping meetings and the timetable. */
  static final String KEEP = "manageMeetings";

  private final Cases cases;
  private final Timetables timetables;
  private final Clock clock;

  TimetablePage(Cases cases, Timetables timetables, Clock clock) {
    this.cases = cases;
    this.timetables = timetables;
    this.clock = clock;
  }

  @GetMapping("/cases/{caseId}/timetable")
  String timetable(@PathVariable CaseId caseId, Model model) {
    model.addAttribute("one", cases.require(caseId, READ));
    model.addAttribute("timetable", timetables.of(caseId));
    model.addAttribute("stages", Stage.values());
    return "timetable/timetable";
  }

  @GetMapping("/cases/{caseId}/timetable/set-out")
  String form(@PathVariable CaseId caseId, Model model) {
    OneCase one = cases.require(caseId, KEEP);
    model.addAttribute("key", UUID.randomUUID().toString());
    return form(one, DateFields.of(one.openedOn()), new FormErrors(), model);
  }

  @PostMapping("/cases/{caseId}/timetable/set-out")
  String setOut(
      @PathVariable CaseId caseId,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    OneCase one = cases.require(caseId, KEEP);
    var sent = new Sent(fields);
    var errors = new FormErrors();
    LocalDate start =
        sent.date("start")
            .requirePlanned(
                "start", LocalDate.now(clock), "Enter the day on which the review started", errors);
    if (errors.isEmpty()
        && start != null
        && errors.isTaken(
            () -> timetables.setOut(caseId, start, sent.text("key")), "start", "start")) {
      afterwards.addFlashAttribute("done", "The timetable is set out. Change what is different.");
      return "redirect:/cases/" + caseId + "/timetable";
    }
    model.addAttribute("key", sent.text("key"));
    return form(one, sent.date("start"), errors, model);
  }

  private static String form(OneCase one, DateFields start, FormErrors errors, Model model) {
    model.addAttribute("one", one);
    model.addAttribute("start", start);
    model.addAttribute("errors", errors);
    return "timetable/set-out";
  }
}
