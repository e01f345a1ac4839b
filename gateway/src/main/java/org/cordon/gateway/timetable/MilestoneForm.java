package org.cordon.gateway.timetable;

import java.time.LocalDate;
import java.util.Optional;
import org.cordon.gateway.pages.DateFields;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.jspecify.annotations.Nullable;

/** A milestone as it is typed. */
record MilestoneForm(
    String stage, String name, DateFields due, DateFields doneOn, String because, String note) {

  /** A milestone as evidence-service takes it. */
  record Wanted(
      @Nullable Stage stage,
      String name,
      LocalDate due,
      @Nullable LocalDate doneOn,
      @Nullable Delay because,
      String note) {}

  static MilestoneForm empty() {
    return of(Sent.nothing());
  }

  static MilestoneForm of(Sent sent) {
    return new MilestoneForm(
        sent.text("stage"),
        sent.text("name"),
        sent.date("due"),
        sent.date("doneOn"),
        sent.text("because"),
        sent.text("note"));
  }

  static MilestoneForm of(Timetable.Milestone known) {
    return new MilestoneForm(
        known.stage().name(),
        known.name(),
        DateFields.of(known.due()),
        DateFields.of(known.doneOn()),
        known.because() == null ? "" : known.because().name(),
        known.note() == null ? "" : known.note());
  }

  /** What it says; empty when something is wrong, and then the errors say what. */
  Optional<Wanted> read(Timetable.@Nullable Milestone before, LocalDate today, FormErrors errors) {
    Stage chosen = one(stage, Stage.values());
    if (before == null && chosen == null) {
      errors.add("stage", "Select the stage that it belongs to");
    }
    errors.require("name", name, "Enter what is to be done");
    LocalDate day = due.requirePlanned("due", today, "Enter the day by which it is due", errors);
    LocalDate done = before == null ? null : doneOn.read("doneOn", today, errors);
    Delay why = one(because, Delay.values());
    if (before != null && day != null && day.isAfter(before.due()) && why == null) {
      errors.add("because", "Select why the day moves");
    }
    return errors.isEmpty() && day != null
        ? Optional.of(new Wanted(before == null ? chosen : null, name, day, done, why, note))
        : Optional.empty();
  }

  private static <E extends Enum<E>> @Nullable E one(String name, E[] values) {
    for (E value : values) {
      if (value.name().equals(name)) {
        return value;
      }
    }
    return null;
  }
}
