package org.cordon.gateway.labelling;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cordon.gateway.labels.Labels;
import org.cordon.gateway.labels.LabelsOfVersion;
import org.cordon.gateway.labels.Marks;
import org.cordon.gateway.pages.Choice;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.gateway.people.People;
import org.cordon.gateway.proceedings.Proceedings;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeping a version from more people: naming an account, marking it, walling it. */
@Controller
class RestrictPage {
  private final Subjects subjects;
  private final Labels labels;
  private final People people;
  private final Proceedings proceedings;

  RestrictPage(Subjects subjects, Labels labels, People people, Proceedings proceedings) {
    this.subjects = subjects;
    this.labels = labels;
    this.people = people;
    this.proceedings = proceedings;
  }

  @GetMapping("/items/{id}/labels/restrict")
  String form(
      @PathVariable ItemId id,
      @RequestParam(required = false) @Nullable Integer version,
      Model model) {
    return form(subjects.requireTighten(id, version), Sent.nothing(), new FormErrors(), model);
  }

  @PostMapping("/items/{id}/labels/restrict")
  String restrict(
      @PathVariable ItemId id,
      @RequestParam(required = false) @Nullable Integer version,
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes afterwards,
      Model model) {
    Subject subject = subjects.requireTighten(id, version);
    var sent = new Sent(fields);
    var marks =
        new Marks(
            sent.texts("addAccounts"),
            List.of(),
            sent.texts("addMatters"),
            sent.texts("withdrawFrom"),
            ticked(sent, "delicate"),
            ticked(sent, "quarantined"),
            sent.isTicked("wall"),
            sent.text("reason"));
    var errors = new FormErrors();
    if (marks.isNothing()) {
      errors.add("addAccounts", "Select at least one thing to mark");
    }
    errors.require("reason", marks.reason(), "Enter the reason");
    if (errors.isEmpty()
        && errors.isTaken(
            () -> labels.mark(subject.id(), sent.text("seen"), marks),
            "addAccounts",
            "addAccounts",
            "addMatters",
            "reason")) {
      return subject.done(afterwards, "The labels are changed, and hold from now on.");
    }
    return form(subject, sent, errors, model);
  }

  private static Optional<Boolean> ticked(Sent sent, String field) {
    return sent.isTicked(field) ? Optional.of(true) : Optional.empty();
  }

  private String form(Subject subject, Sent sent, FormErrors errors, Model model) {
    LabelsOfVersion now = subject.labels();
    Set<PersonId> held =
        now.accountsOf().stream()
            .filter(account -> !account.inherited())
            .map(LabelsOfVersion.Account::person)
            .collect(Collectors.toSet());
    subject.show(model, sent, errors);
    model.addAttribute(
        "people",
        people.in(subject.one().id(), null).items().stream()
            .filter(person -> !held.contains(person.person()))
            .map(person -> Choice.of(person.person(), person.name()))
            .toList());
    model.addAttribute(
        "matters",
        proceedings.of(subject.one().id()).stream()
            .flatMap(each -> each.matters().stream())
            .filter(matter -> !now.matters().contains(matter.name()))
            .map(matter -> new Choice(matter.name(), matter.name(), matter.description()))
            .toList());
    model.addAttribute(
        "circulated",
        now.circulatedTo().stream()
            .map(person -> Choice.of(person.person(), person.name()))
            .toList());
    return "labelling/restrict";
  }
}
