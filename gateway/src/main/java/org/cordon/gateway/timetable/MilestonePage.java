package org.cordon.gateway.timetable;

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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adding a milestone, moving it, saying why it is late, and that it is done. */
@Controller
class MilestonePage {
  private static final String[] FIELDS = {"stage", "name", "due", "doneOn", "because", "note"};

  private final Cases cases;
  private final Timetables timetables;
  private final Clock clock;

  MilestonePage(Cases cases, Timetables timetables, Clock clock) {
    this.cases = cases;
    this.timetables = timetables;
    this.clock = clock;
  }

  @GetMapping("/cases/{caseId}/timetable/milestones/add")
  String adding(@PathVariable CaseId caseId, Model model) {
    OneCase one = cases.require(caseId, TimetablePage.KEEP);
    model.addAttribute("key", UUID.randomUUID().toString());
    return form(one, null, MilestoneForm.empty(), new FormErrors(), model);
  }

  @PostMapping("/cases/{caseId}/timetable/milestones/add")
  String add(
      @PathVariable CaseId caseId,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    OneCase one = cases.require(caseId, TimetablePage.KEEP);
    var sent = new Sent(fields);
    MilestoneForm form = MilestoneForm.of(sent);
    var errors = new FormErrors();
    Optional<MilestoneForm.Wanted> wanted = form.read(null, LocalDate.now(clock), errors);
    if (wanted.isPresent()
        && errors.isTaken(
            () -> timetables.add(caseId, wanted.get(), sent.text("key")), "name", FIELDS)) {
      afterwards.addFlashAttribute("done", wanted.get().name() + " is in the timetable.");
      return "redirect:/cases/" + caseId + "/timetable";
    }
    model.addAttribute("key", sent.text("key"));
    return form(one, null, form, errors, model);
  }

  @GetMapping("/cases/{caseId}/timetable/milestones/{id}")
  String changing(@PathVariable CaseId caseId, @PathVariable String id, Model model) {
    OneCase one = cases.require(caseId, TimetablePage.KEEP);
    Timetable.Milestone known = timetables.of(caseId).require(id);
    model.addAttribute("revision", known.revision());
    return form(one, known, MilestoneForm.of(known), new FormErrors(), model);
  }

  @PostMapping("/cases/{caseId}/timetable/milestones/{id}")
  String change(
      @PathVariable CaseId caseId,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    OneCase one = cases.require(caseId, TimetablePage.KEEP);
    Timetable.Milestone known = timetables.of(caseId).require(id);
    var sent = new Sent(fields);
    MilestoneForm form = MilestoneForm.of(sent);
    var errors = new FormErrors();
    Optional<MilestoneForm.Wanted> wanted = form.read(known, LocalDate.now(clock), errors);
    if (wanted.isPresent()
        && errors.isTaken(
            () -> timetables.change(known, wanted.get(), sent.number("revision")),
            "name",
            FIELDS)) {
      afterwards.addFlashAttribute("done", wanted.get().name() + " is saved.");
      return "redirect:/cases/" + caseId + "/timetable";
    }
    model.addAttribute("revision", sent.number("revision"));
    return form(one, known, form, errors, model);
  }

  private static String form(
      OneCase one,
      Timetable.@Nullable Milestone known,
      MilestoneForm form,
      FormErrors errors,
      Model model) {
    model.addAttribute("one", one);
    model.addAttribute("known", known);
    model.addAttribute("form", form);
    model.addAttribute("stages", choices());
    model.addAttribute(
        "delays",
        Arrays.stream(Delay.values()).map(it -> Choice.of(it.name(), it.title())).toList());
    model.addAttribute("errors", errors);
    return "timetable/milestone";
  }

  private static List<Choice> choices() {
    return Arrays.stream(Stage.values())
        .map(stage -> new Choice(stage.name(), stage.title(), stage.means()))
        .toList();
  }
}
