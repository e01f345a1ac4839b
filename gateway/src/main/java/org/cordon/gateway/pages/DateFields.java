package org.cordon.gateway.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A date as three boxes, as people know it from forms; kept as typed until it is right. */
public record DateFields(String day, String month, String year) {
  private static final int FIRST_YEAR = 1900;
  private static final int MOST_YEARS = 10;
  private static final String PAST = "The date must be today or in the past";

  /** Nothing typed. */
  public static DateFields none() {
    return new DateFields("", "", "");
  }

  /** A date that is there to be changed; nothing typed for null. */
  public static DateFields of(@Nullable LocalDate day) {
    return day == null
        ? none()
        : new DateFields(
            String.valueOf(day.getDayOfMonth()),
            String.valueOf(day.getMonthValue()),
            String.valueOf(day.getYear()));
  }

  /**
   * The date; null when nothing was typed or it is wrong, and then the errors say so at the field.
   *
   * @param today no later day is accepted
   */
  public @Nullable LocalDate read(String field, LocalDate today, FormErrors errors) {
    return isEmpty() ? null : readTyped(field, today, PAST, ", or leave it empty", errors);
  }

  /**
   * The date of a form that needs one; null when it is wrong or missing, and then the errors say
   * so.
   *
   * @param today no later day is accepted
   * @param missing what to say when nothing was typed
   */
  public @Nullable LocalDate require(
      String field, LocalDate today, String missing, FormErrors errors) {
    if (isEmpty()) {
      errors.add(field, missing);
      return null;
    }
    return readTyped(field, today, PAST, "", errors);
  }

  /**
   * The date of a form that needs one and takes a day to come; null when it is wrong or missing,
   * and then the errors say so.
   *
   * @param today the day is at most ten years later
   */
  public @Nullable LocalDate requirePlanned(
      String field, LocalDate today, String missing, FormErrors errors) {
    if (isEmpty()) {
      errors.add(field, missing);
      return null;
    }
    return readTyped(
        field,
        today.plusYears(MOST_YEARS),
        "The date must be within " + MOST_YEARS + " years",
        "",
        errors);
  }

  /**
   * The date of a form that needs one that is still to come; null when it is wrong or missing.
   *
   * @param today no earlier day is accepted
   */
  public @Nullable LocalDate requireAhead(
      String field, LocalDate today, String missing, FormErrors errors) {
    if (isEmpty()) {
      errors.add(field, missing);
      return null;
    }
    LocalDate date = readTyped(field, LocalDate.MAX, PAST, "", errors);
    if (date != null && date.isBefore(today)) {
      errors.add(field, "The date must be today or in the future");
    }
    return date;
  }

  private boolean isEmpty() {
    return day.isBlank() && month.isBlank() && year.isBlank();
  }

  private @Nullable LocalDate readTyped(
      String field, LocalDate latest, String tooLate, String otherwise, FormErrors errors) {
    try {
      LocalDate date =
          LocalDate.of(
              Integer.parseInt(year.strip()),
              Integer.parseInt(month.strip()),
              Integer.parseInt(day.strip()));
      if (date.isAfter(latest)) {
        errors.add(field, tooLate);
      } else if (date.getYear() < FIRST_YEAR) {
        errors.add(field, "Enter the year with four digits, for example 2025");
      }
      return date;
    } catch (DateTimeException | NumberFormatException e) {
      errors.add(field, "Enter a real date, for example 27 3 2025" + otherwise);
      return null;
    }
  }
}
