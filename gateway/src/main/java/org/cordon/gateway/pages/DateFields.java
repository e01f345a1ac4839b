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

  /**
   * The date; null when nothing was typed or it is wrong, and then the errors say so at the field.
   *
   * @param today no later day is accepted
   */
  public @Nullable LocalDate read(String field, LocalDate today, FormErrors errors) {
    if (day.isBlank() && month.isBlank() && year.isBlank()) {
      return null;
    }
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
      errors.add(field, "Enter a real date, for example 27 3 2025, or leave it empty");
      return null;
    }
  }
}
