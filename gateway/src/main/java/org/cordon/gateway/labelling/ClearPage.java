package org.cordon.gateway.labelling;

import java.util.Optional;
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
      @RequestParam(required = false) @Nullable PersonId account,
      @RequestParam(required = false) @Nullable VersionId source,
      Model model) {
    Subject subject = subjects.requireManage(id, version);
    Inherited known = findInherited(subject, account, source).orElseThrow(Problem::notFound);
    return clearing(subject, known, Sent.nothing(), new FormErrors(), model);
  }

  @PostMapping("/items/{id}/labels/clear")
  String clear(
      @PathVariable ItemId id,
      @RequestParam(required = false) @Nullable Integer version,
      @RequestParam(required = false) @Nullable PersonId account,
      @RequestParam(required = false) @Nullable VersionId source,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    Subject subject = subjects.requireManage(id, version);
    var sent = new Sent(fields);
    Optional<Inherited> found = findInherited(subject, account, source);
    if (found.isEmpty()) {
      return subject.overtaken(afterwards, sent);
    }
    Inherited known = found.get();
    var errors = new FormErrors().require("reason", sent.text("reason"), "Enter the reason");
    var clearance =
        new Labels.Clearance(known.account().person(), known.source(), sent.text("reason"));
    if (errors.isEmpty()
        && errors.isTaken(
            () -> labels.clear(subject.id(), sent.text("seen"), clearance), "reason", "reason")) {
      return subject.done(
          afterwards, "This version is cleared of the account of " + known.account().name() + ".");
    }
    return clearing(subject, known, sent, errors, model);
  }

  @GetMapping("/items/{id}/labels/consent")
  String consenting(
      @PathVariable ItemId id,
      @RequestParam(required = false) @Nullable Integer version,
      @RequestParam(required = false) @Nullable AgencyId agency,
      Model model) {
    Subject subject = subjects.requireManage(id, version);
    LabelsOfVersion.Originator known =
        findOriginator(subject, agency).orElseThrow(Problem::notFound);
    return consenting(subject, known, Sent.nothing(), new FormErrors(), model);
  }

  @PostMapping("/items/{id}/labels/consent")
  String consent(
      @PathVariable ItemId id,
      @RequestParam(required = false) @Nullable Integer version,
      @RequestParam(required = false) @Nullable AgencyId agency,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    Subject subject = subjects.requireManage(id, version);
    var sent = new Sent(fields);
    Optional<LabelsOfVersion.Originator> found = findOriginator(subject, agency);
    if (found.isEmpty()) {
      return subject.overtaken(afterwards, sent);
    }
    LabelsOfVersion.Originator known = found.get();
    var errors =
        new FormErrors()
            .require("givenBy", sent.text("givenBy"), "Enter who gave the consent")
            .require("reason", sent.text("reason"), "Enter what the consent covers");
    var consent = new Labels.Consent(known.agency(), sent.text("givenBy"), sent.text("reason"));
    if (errors.isEmpty()
        && errors.isTaken(
            () -> labels.consent(subject.id(), sent.text("seen"), consent), "givenBy", "reason")) {
      return subject.done(afterwards, "The consent of " + known.name() + " is on record.");
    }
    return consenting(subject, known, sent, errors, model);
  }

  /** An account that a version holds through a source. */
  private record Inherited(LabelsOfVersion.Account account, VersionId source) {}

  private static Optional<Inherited> findInherited(
      Subject subject, @Nullable PersonId person, @Nullable VersionId source) {
    return subject.labels().accountsOf().stream()
        .filter(each -> each.person().equals(person))
        .flatMap(each -> each.from().stream().map(from -> new Inherited(each, from)))
        .filter(each -> each.source().equals(source))
        .findFirst();
  }

  private static Optional<LabelsOfVersion.Originator> findOriginator(
      Subject subject, @Nullable AgencyId agency) {
    return subject.labels().originators().stream()
        .filter(each -> each.agency().equals(agency) && !each.consented())
        .findFirst();
  }

  private static String clearing(
      Subject subject, Inherited known, Sent sent, FormErrors errors, Model model) {
    subject.show(model, sent, errors);
    model.addAttribute("account", known.account());
    model.addAttribute("source", known.source());
    return "labelling/clear";
  }

  private static String consenting(
      Subject subject,
      LabelsOfVersion.Originator agency,
      Sent sent,
      FormErrors errors,
      Model model) {
    subject.show(model, sent, errors);
    model.addAttribute("agency", agency);
    return "labelling/consent";
  }
}
