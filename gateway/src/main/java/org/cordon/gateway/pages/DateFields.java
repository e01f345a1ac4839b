package org.cordon.gateway.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A date as three boxes, as people know it from forms; kept as typed until it is right. */
public record DateFields(String day, String month, String year) {
  private static final int FIRST_YEAR = 1900;

  /** Nothing typed. */
  public static DateFields none() {
    return new DateFields("", "", "");
  }

  /** A date that is known, or nothing. */
  public static DateFields of(@Nullable LocalDate date) {
    return date == null
        ? none()
        : new DateFields(
            String.valueOf(date.getDayOfMonth()),
            String.valueOf(date.getMonthValue()),
            String.valueOf(date.getYear()));
  }

  /**
   * The date; null when nothing was typed or it is wrong, and then the errors say so at the field.
   *
   * @param today no later day is accepted
   */
  public @Nullable LocalDate read(String field, LocalDate today, FormErrors errors) {
    return isEmpty() ? null : readTyped(field, today, ", or leave it empty", errors);
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
    return readTyped(field, today, "", errors);
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
    LocalDate date = readTyped(field, LocalDate.MAX, "", errors);
    if (date != null && date.isBefore(today)) {
      errors.add(field, "The date must be today or in the future");
    }
    return date;
  }

  private boolean isEmpty() {
    return day.isBlank() && month.isBlank() && year.isBlank();
  }

  private @Nullable LocalDate readTyped(
      String field, LocalDate today, String otherwise, FormErrors errors) {
    try {
      LocalDate date =
          LocalDate.of(
              Integer.parseInt(year.strip()),
              Integer.parseInt(month.strip()),
              Integer.parseInt(day.strip()));
      if (date.isAfter(today)) {
        errors.add(field, "The date must be today or in the past");
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
