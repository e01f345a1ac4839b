package org.cordon.gateway.conversations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.cordon.gateway.pages.DateFields;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.gateway.pages.TimeOfDay;
import org.cordon.platform.ids.ConversationId;
import org.jspecify.annotations.Nullable;

/** The plan of a conversation as it is typed. */
record PlanForm(
    String participant,
    String conductor,
    String other,
    DateFields at,
    String from,
    String place,
    String timeChosenBy,
    String purposeTold,
    String present) {

  /** The fields in which a service may find something wrong. */
  static final String[] FIELDS = {
    "participant", "conductors", "at", "place", "timeChosenBy", "purposeTold", "present"
  };

  /** The same as evidence-service takes it. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Wanted(
      String participant,
      ConversationForm form,
      List<String> conductors,
      Instant at,
      String place,
      String timeChosenBy,
      String purposeTold,
      String present,
      @Nullable ConversationId followUpOf) {}

  static PlanForm of(Sent sent) {
    return new PlanForm(
        sent.text("participant"),
        sent.text("conductors"),
        sent.text("other"),
        sent.date("at"),
        sent.text("from"),
        sent.text("place"),
        sent.text("timeChosenBy"),
        sent.lines("purposeTold"),
        sent.lines("present"));
  }

  static PlanForm of(Conversation known) {
    Conversation.Plan plan = known.plan();
    return new PlanForm(
        known.participant().toString(),
        plan.conductors().getFirst().toString(),
        plan.conductors().getLast().toString(),
        DateFields.of(TimeOfDay.day(plan.at())),
        TimeOfDay.clock(plan.at()),
        plan.place(),
        orEmpty(plan.timeChosenBy()),
        orEmpty(plan.purposeTold()),
        orEmpty(plan.present()));
  }

  /** An empty one with somebody. */
  static PlanForm with(String participant) {
    return new PlanForm(participant, "", "", DateFields.none(), "", "", "", "", "");
  }

  /** What it says; empty when something is wrong, and then the errors say what. */
  Optional<Wanted> read(
      ConversationForm form,
      @Nullable ConversationId followUpOf,
      LocalDate today,
      FormErrors errors) {
    errors.require("participant", participant, "Select whom it is with");
    errors.require("conductors", conductor, "Select who holds it");
    errors.require("other", other, "Select who holds it with them");
    if (!conductor.isEmpty() && conductor.equals(other)) {
      errors.add("other", "Two different people hold a conversation. Select somebody else");
    }
    LocalDate day = at.requirePlanned("at", today, "Enter the day of the conversation", errors);
    LocalTime time = TimeOfDay.require("from", from, "Enter the time at which it begins", errors);
    errors.require("place", place, "Enter the place, or how it is held from elsewhere");
    if (form.isWithFamily()) {
      errors.require("timeChosenBy", timeChosenBy, "Enter who chose the time and the place");
    }
    return errors.isEmpty() && day != null && time != null
        ? Optional.of(
            new Wanted(
                participant,
                form,
                List.of(conductor, other),
                TimeOfDay.instant(day, time),
                place,
                timeChosenBy,
                purposeTold,
                present,
                followUpOf))
        : Optional.empty();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
