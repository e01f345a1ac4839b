package org.cordon.gateway.labelling;

import java.util.List;
import java.util.Optional;
import org.cordon.gateway.labels.Labels;
import org.cordon.gateway.labels.LabelsOfVersion;
import org.cordon.gateway.labels.Marks;
import org.cordon.gateway.pages.Choice;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.platform.ids.ItemId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lifting a version's own marks: the approving officer's alone. */
@Controller
class WidenPage {
  private final Subjects subjects;
  private final Labels labels;

  WidenPage(Subjects subjects, Labels labels) {
    this.subjects = subjects;
    this.labels = labels;
  }

  @GetMapping("/items/{id}/labels/widen")
  String form(
      @PathVariable ItemId id,
      @RequestParam(required = false) @Nullable Integer version,
      Model model) {
    return form(subjects.requireManage(id, version), Sent.nothing(), new FormErrors(), model);
  }

  @PostMapping("/items/{id}/labels/widen")
  String widen(
      @PathVariable ItemId id,
      @RequestParam(required = false) @Nullable Integer version,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    Subject subject = subjects.requireManage(id, version);
    var sent = new Sent(fields);
    var marks =
        new Marks(
            List.of(),
            sent.texts("removeAccounts"),
            List.of(),
            List.of(),
            lifted(sent, "delicate"),
            lifted(sent, "quarantined"),
            false,
            sent.text("reason"));
    var errors = new FormErrors();
    if (marks.isNothing()) {
      errors.add(first(subject.labels()), "Select at least one mark to lift");
    }
    errors.require("reason", marks.reason(), "Enter the reason");
    if (errors.isEmpty()
        && errors.isTaken(
            () -> labels.mark(subject.id(), sent.text("seen"), marks),
            first(subject.labels()),
            "removeAccounts",
            "reason")) {
      return subject.done(afterwards, "The labels are changed, and hold from now on.");
    }
    return form(subject, sent, errors, model);
  }

  private static Optional<Boolean> lifted(Sent sent, String mark) {
    return sent.texts("lift").contains(mark) ? Optional.of(false) : Optional.empty();
  }

  /** The field at which a message about the whole form stands. */
  private static String first(LabelsOfVersion labels) {
    return accounts(labels).isEmpty() ? "lift" : "removeAccounts";
  }

  private static List<Choice> accounts(LabelsOfVersion labels) {
    return labels.accountsOf().stream()
        .filter(account -> !account.inherited())
        .map(account -> Choice.of(account.person(), account.name()))
        .toList();
  }

  private static String form(Subject subject, Sent sent, FormErrors errors, Model model) {
    List<Choice> marks =
        List.of(
            new Choice("delicate", "Delicate", "It may then go into case-group packs"),
            new Choice("quarantined", "Quarantined", "It is then no longer yours alone"));
    subject.show(model, sent, errors);
    model.addAttribute("accounts", accounts(subject.labels()));
    model.addAttribute(
        "marks",
        marks.stream()
            .filter(mark ->
                mark.value().equals("delicate")
                    ? subject.labels().delicate()
                    : subject.labels().quarantined())
            .toList());
    return "labelling/widen";
  }
}
