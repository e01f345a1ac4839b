package org.cordon.gateway.proceedings;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.pages.Choice;
import org.cordon.gateway.pages.DateFields;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** The part of a form that says how far proceedings have come; the same for opening and moving. */
record StatusForm(
    Optional<ProceedingsStatus> status, DateFields since, boolean walled, String note) {

  static StatusForm of(Sent sent) {
    return new StatusForm(
        sent.one("status", ProceedingsStatus.class),
        sent.date("since"),
        sent.isTicked("walled"),
        sent.text("note"));
  }

  /** As it is filled in before anybody touched it. */
  static StatusForm before(boolean walled) {
    return new StatusForm(Optional.empty(), DateFields.none(), walled, "");
  }

  /** Shows it as it is filled in, with the states that are offered and what is wrong with it. */
  void show(Model model, OneCase one, List<Choice> statuses, FormErrors errors) {
    model.addAttribute("one", one);
    model.addAttribute("form", this);
    model.addAttribute("statuses", statuses);
    model.addAttribute("errors", errors);
  }

  /** The day from which it holds; null where the form is wrong, and then the errors say so. */
  @Nullable LocalDate read(List<Choice> offered, LocalDate today, FormErrors errors) {
    String chosen = status.map(Enum::name).orElse("");
    if (offered.stream().noneMatch(choice -> choice.value().equals(chosen))) {
      errors.add("status", "Select the status");
    }
    return since.require("since", today, "Enter the day from which this holds", errors);
  }

  /** The status of a form that was read without an error. */
  public ProceedingsStatus chosen() {
    return status.orElseThrow();
  }

  /** A note, or null where none was written. */
  @Nullable String noteToSend() {
    return note.isEmpty() ? null : note;
  }

  /** The states that proceedings of a kind may be opened in. */
  static List<Choice> whenOpened(ProceedingsKind kind) {
    return kind.statuses().stream().map(StatusForm::choice).toList();
  }

  /** The states that whoever looks may move these proceedings to. */
  static List<Choice> next(OneProceedings one) {
    return one.kind().statuses().stream()
        .filter(next -> one.mayManage() || one.status().isTightenedBy(next))
        .map(StatusForm::choice)
        .toList();
  }

  private static Choice choice(ProceedingsStatus status) {
    return Choice.of(status.name(), status.title());
  }
}
