package org.cordon.evidence.timetable;

import java.time.LocalDate;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.texts.Line;
import org.cordon.platform.texts.Prose;
import org.jspecify.annotations.Nullable;

/**
 * A milestone as somebody wants it.
 *
 * @param name 1 to {@value #MAX_NAME} characters
 * @param because must be there when the day moves to a later one
 * @param note at most {@value #MAX_NOTE} characters
 */
record SetMilestone(
    String name,
    LocalDate due,
    @Nullable LocalDate doneOn,
    @Nullable Delay because,
    @Nullable String note) {
  static final int MAX_NAME = 200;
  static final int MAX_NOTE = 1_000;
  private static final int MOST_YEARS = 10;

  /**
   * Checks what was sent.
   *
   * @throws Problem INVALID when it does not fit
   */
  static SetMilestone of(
      @Nullable String name,
      @Nullable LocalDate due,
      @Nullable LocalDate doneOn,
      @Nullable Delay because,
      @Nullable String note,
      LocalDate today) {
    if (doneOn != null && (doneOn.isAfter(today) || isFar(doneOn, today))) {
      throw Problem.invalid("doneOn", "must be today or in the past.");
    }
    return new SetMilestone(
        Line.require("name", name, MAX_NAME),
        near("due", Problem.require("due", due), today),
        doneOn,
        because,
        Prose.find("note", note, MAX_NOTE).orElse(null));
  }

  /** A day that a review can have to do with. */
  static LocalDate near(String field, LocalDate day, LocalDate today) {
    if (isFar(day, today)) {
      throw Problem.invalid(field, "must be within " + MOST_YEARS + " years of today.");
    }
    return day;
  }

  private static boolean isFar(LocalDate day, LocalDate today) {
    return day.isBefore(today.minusYears(MOST_YEARS)) || day.isAfter(today.plusYears(MOST_YEARS));
  }

  /**
   * The same after that state.
   *
   * @throws Problem INVALID when the day moves to a later one and nobody says why
   */
  SetMilestone after(Milestone.State before) {
    if (due.isAfter(before.due()) && because == null) {
      throw Problem.invalid("because", "is missing: say why the day moves.");
    }
    return this;
  }
}
