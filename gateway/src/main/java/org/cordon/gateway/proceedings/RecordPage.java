package org.cordon.gateway.proceedings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.platform.ids.CaseId;
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
 * What is put on record about proceedings and never taken off again: a matter, the early discussion
 * (rule 17), the CPS's agreement (rule 20).
 */
@Controller
class RecordPage {
  private final Cases cases;
  private final Proceedings proceedings;
  private final Clock clock;

  RecordPage(Cases cases, Proceedings proceedings, Clock clock) {
    this.cases = cases;
    this.proceedings = proceedings;
    this.clock = clock;
  }

  @GetMapping("/cases/{caseId}/proceedings/{id}/{what}")
  String form(
      @PathVariable CaseId caseId,
      @PathVariable String id,
      @PathVariable String what,
      Model model) {
    RecordForm form = RecordForm.of(what);
    show(caseId, require(caseId, id, form), new FormErrors(), model);
    model.addAttribute("sent", Sent.nothing());
    model.addAttribute("key", UUID.randomUUID().toString());
    return form.template();
  }

  @PostMapping("/cases/{caseId}/proceedings/{id}/{what}")
  String record(
      @PathVariable CaseId caseId,
      @PathVariable String id,
      @PathVariable String what,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    RecordForm form = RecordForm.of(what);
    OneProceedings known = require(caseId, id, form);
    var sent = new Sent(fields);
    var errors = new FormErrors();
    Map<String, Object> wanted = read(form, sent, errors);
    if (errors.isEmpty()
        && errors.isTaken(
            () -> proceedings.record(caseId, known, form.api(), wanted, sent.text("key")),
            form.fields().getFirst().name(),
            Stream.concat(Stream.of("heldOn"), form.fields().stream().map(RecordForm.Field::name))
                .toArray(String[]::new))) {
      afterwards.addFlashAttribute("done", form.done());
      return "redirect:/cases/" + caseId + "/proceedings/" + known.id();
    }
    show(caseId, known, errors, model);
    model.addAttribute("sent", sent);
    model.addAttribute("key", sent.text("key"));
    return form.template();
  }

  private Map<String, Object> read(RecordForm form, Sent sent, FormErrors errors) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    if (form == RecordForm.EARLY_DISCUSSION) {
      LocalDate held =
          sent.date("heldOn")
              .require("heldOn", LocalDate.now(clock), "Enter the day of the discussion", errors);
      if (held != null) {
        wanted.put("heldOn", held);
      }
    }
    for (RecordForm.Field field : form.fields()) {
      errors.require(field.name(), sent.text(field.name()), field.missing());
      wanted.put(field.name(), sent.text(field.name()));
    }
    return wanted;
  }

  /** Only what whoever looks may put on record. */
  private OneProceedings require(CaseId caseId, String id, RecordForm form) {
    cases.require(caseId, ProceedingsPage.READ);
    OneProceedings known = proceedings.require(caseId, id);
    if (!form.isOpen(known)) {
      throw Problem.notFound();
    }
    return known;
  }

  private void show(CaseId caseId, OneProceedings known, FormErrors errors, Model model) {
    model.addAttribute("one", cases.require(caseId));
    model.addAttribute("proceedings", known);
    model.addAttribute("errors", errors);
  }
}
