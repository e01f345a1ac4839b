package org.cordon.gateway.labelling;

import org.cordon.gateway.labels.Labels;
import org.cordon.gateway.labels.LabelsOfVersion;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
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

/**
 * The approving officer's decisions on what a version inherited (rule 4) and on what an agency
 * agreed to (rule 8).
 */
@Controller
class ClearPage {
  private final Subjects subjects;
  private final Labels labels;

  ClearPage(Subjects subjects, Labels labels) {
    this.subjects = subjects;
    this.labels = labels;
  }

  @GetMapping("/items/{id}/labels/clear")
  String clearing(
      @PathVariable ItemId id,
      @RequestParam(required = false) @Nullable Integer version,
      @RequestParam PersonId account,
      @RequestParam VersionId source,
      Model model) {
    Subject subject = subjects.requireManage(id, version);
    LabelsOfVersion.Account known = account(subject, account, source);
    return clearing(subject, known, source, "", new FormErrors(), model);
  }

  @PostMapping("/items/{id}/labels/clear")
  String clear(
      @PathVariable ItemId id,
      @RequestParam(required = false) @Nullable Integer version,
      @RequestParam PersonId account,
      @RequestParam VersionId source,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes afterwards,
      Model model) {
    Subject subject = subjects.requireManage(id, version);
    LabelsOfVersion.Account known = account(subject, account, source);
    var errors = new FormErrors().require("reason", reason, "Enter the reason");
    if (errors.isEmpty()
        && errors.isTaken(
            () -> labels.clear(subject.id(), account, source, reason.strip()),
            "reason",
            "reason")) {
      afterwards.addFlashAttribute(
          "done", "This version is cleared of the account of " + known.name() + ".");
      return "redirect:" + subject.address();
    }
    return clearing(subject, known, source, reason, errors, model);
  }

  @GetMapping("/items/{id}/labels/consent")
  String consenting(
      @PathVariable ItemId id,
      @RequestParam(required = false) @Nullable Integer version,
      @RequestParam AgencyId agency,
      Model model) {
    Subject subject = subjects.requireManage(id, version);
    return consenting(
        subject, originator(subject, agency), Sent.nothing(), new FormErrors(), model);
  }

  @PostMapping("/items/{id}/labels/consent")
  String consent(
      @PathVariable ItemId id,
      @RequestParam(required = false) @Nullable Integer version,
      @RequestParam AgencyId agency,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    Subject subject = subjects.requireManage(id, version);
    LabelsOfVersion.Originator known = originator(subject, agency);
    var sent = new Sent(fields);
    var errors =
        new FormErrors()
            .require("givenBy", sent.text("givenBy"), "Enter who gave the consent")
            .require("reason", sent.text("reason"), "Enter what the consent covers");
    if (errors.isEmpty()
        && errors.isTaken(
            () -> labels.consent(subject.id(), agency, sent.text("givenBy"), sent.text("reason")),
            "givenBy",
            "reason")) {
      afterwards.addFlashAttribute("done", "The consent of " + known.name() + " is on record.");
      return "redirect:" + subject.address();
    }
    return consenting(subject, known, sent, errors, model);
  }

  private static LabelsOfVersion.Account account(
      Subject subject, PersonId account, VersionId source) {
    return subject.labels().accountsOf().stream()
        .filter(each -> each.person().equals(account) && each.from().contains(source))
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  private static LabelsOfVersion.Originator originator(Subject subject, AgencyId agency) {
    return subject.labels().originators().stream()
        .filter(each -> each.agency().equals(agency) && !each.consented())
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  private static String clearing(
      Subject subject,
      LabelsOfVersion.Account account,
      VersionId source,
      String reason,
      FormErrors errors,
      Model model) {
    subject.show(model);
    model.addAttribute("account", account);
    model.addAttribute("source", source);
    model.addAttribute("reason", reason);
    model.addAttribute("errors", errors);
    return "labelling/clear";
  }

  private static String consenting(
      Subject subject,
      LabelsOfVersion.Originator agency,
      Sent sent,
      FormErrors errors,
      Model model) {
    subject.show(model);
    model.addAttribute("agency", agency);
    model.addAttribute("sent", sent);
    model.addAttribute("errors", errors);
    return "labelling/consent";
  }
}
