package org.cordon.gateway.conversations;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.cordon.gateway.pages.DateFields;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.gateway.pages.TimeOfDay;

/** When a conversation was held and who was there, as it is typed. */
record RecordForm(DateFields on, String startedAt, String endedAt, String present) {

  static RecordForm of(Sent sent) {
    return new RecordForm(
        sent.date("on"), sent.text("startedAt"), sent.text("endedAt"), sent.lines("present"));
  }

  /** As it was planned. */
  static RecordForm of(Conversation.Plan plan) {
    return new RecordForm(
        DateFields.of(TimeOfDay.day(plan.at())),
        TimeOfDay.clock(plan.at()),
        "",
        plan.present() == null ? "" : plan.present());
  }

  /** What it says; empty when something is wrong, and then the errors say what. */
  Optional<Records.Wanted> read(LocalDate today, FormErrors errors) {
    LocalDate day = on.require("on", today, "Enter the day on which it was held", errors);
    LocalTime start =
        TimeOfDay.require("startedAt", startedAt, "Enter the time at which it began", errors);
    LocalTime end =
        TimeOfDay.require("endedAt", endedAt, "Enter the time at which it ended", errors);
    errors.require("present", present, "Enter who was there");
    if (start != null && end != null && !end.isAfter(start)) {
      errors.add("endedAt", "The end must be after the beginning");
    }
    return errors.isEmpty() && day != null && start != null && end != null
        ? Optional.of(
            new Records.Wanted(TimeOfDay.instant(day, start), TimeOfDay.instant(day, end), present))
        : Optional.empty();
  }
}
