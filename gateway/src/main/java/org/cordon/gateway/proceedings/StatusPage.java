package org.cordon.gateway.proceedings;

import java.time.Clock;
import java.time.LocalDate;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
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

/** Moving proceedings on, after a page that says who will be kept apart and what else follows. */
@Controller
class StatusPage {
  private final Cases cases;
  private final Proceedings proceedings;
  private final Foresight foresight;
  private final Clock clock;

  StatusPage(Cases cases, Proceedings proceedings, Foresight foresight, Clock clock) {
    this.cases = cases;
    this.proceedings = proceedings;
    this.foresight = foresight;
    this.clock = clock;
  }

  @GetMapping("/cases/{caseId}/proceedings/{id}/status")
  String form(@PathVariable CaseId caseId, @PathVariable String id, Model model) {
    OneCase one = cases.require(caseId, ProceedingsPage.READ);
    OneProceedings known = require(caseId, id);
    model.addAttribute("revision", known.revision());
    return form(one, known, StatusForm.before(known.walled()), new FormErrors(), model);
  }

  @PostMapping("/cases/{caseId}/proceedings/{id}/status")
  String change(
      @PathVariable CaseId caseId,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    var sent = new Sent(fields);
    OneCase one = cases.require(caseId, ProceedingsPage.READ);
    OneProceedings known = require(caseId, id);
    StatusForm form = StatusForm.of(sent);
    var errors = new FormErrors();
    LocalDate since = form.read(StatusForm.next(known), LocalDate.now(clock), errors);
    model.addAttribute("revision", sent.number("revision"));
    if (!errors.isEmpty() || since == null || sent.text("step").equals("back")) {
      return form(one, known, form, errors, model);
    }
    if (!sent.text("step").equals("confirm")) {
      var after =
          new Consequences.After(
              known.kind(), form.chosen(), form.walled(), known.earlyDiscussion() != null);
      model.addAttribute("consequences", foresight.moving(caseId, after, known));
      form(one, known, form, errors, model);
      return "proceedings/status-confirm";
    }
    ChangeProceedings change = ChangeProceedings.of(known, form, since);
    if (!errors.isTaken(
        () -> proceedings.change(caseId, change, sent.number("revision")),
        "status",
        "status",
        "since",
        "note")) {
      return form(one, known, form, errors, model);
    }
    afterwards.addFlashAttribute(
        "done", known.title() + " is now recorded as: " + change.status().title() + ".");
    return "redirect:/cases/" + caseId + "/proceedings/" + known.id();
  }

  private OneProceedings require(CaseId caseId, String id) {
    OneProceedings known = proceedings.require(caseId, id);
    if (!known.mayTighten()) {
      throw Problem.notFound();
    }
    return known;
  }

  private static String form(
      OneCase one, OneProceedings known, StatusForm form, FormErrors errors, Model model) {
    model.addAttribute("proceedings", known);
    form.show(model, one, StatusForm.next(known), errors);
    return "proceedings/status";
  }
}
