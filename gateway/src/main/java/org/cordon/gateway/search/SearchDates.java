package org.cordon.gateway.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cordon.gateway.pages.FormErrors;
import org.jspecify.annotations.Nullable;

/** Days as people type them into one box: 27/3/2025, 27 3 2025, or 2025-03-27. */
final class SearchDates {
  private static final Pattern BRITISH =
      Pattern.compile("(\\d{1,2})[/. -](\\d{1,2})[/. -](\\d{4})");

  private SearchDates() {}

  /** The day; null when the box is empty or wrong, and then the errors say so at the field. */
  static @Nullable LocalDate read(String typed, String field, FormErrors errors) {
    if (typed.isEmpty()) {
      return null;
    }
    try {
      Matcher british = BRITISH.matcher(typed);
      return british.matches()
          ? LocalDate.of(
              Integer.parseInt(british.group(3)),
              Integer.parseInt(british.group(2)),
              Integer.parseInt(british.group(1)))
          : LocalDate.parse(typed);
    } catch (DateTimeException e) {
      errors.add(field, "Enter a real date, for example 27/3/2025");
      return null;
    }
  }
}
