package org.cordon.gateway.analysis;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days from one to another, both of them included. */
record Span(LocalDate from, LocalDate to) {
  private static final int LONGEST_DATE = 10;

  /** From two query parameters; empty when they name no span. */
  static Optional<Span> read(@Nullable String from, @Nullable String to) {
    if (from == null || to == null || from.length() > LONGEST_DATE || to.length() > LONGEST_DATE) {
      return Optional.empty();
    }
    try {
      Span span = new Span(LocalDate.parse(from), LocalDate.parse(to));
      return span.to().isBefore(span.from()) ? Optional.empty() : Optional.of(span);
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }

  /** One year. */
  static Span year(int year) {
    return new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  /** One month. */
  static Span month(YearMonth month) {
    return new Span(month.atDay(1), month.atEndOfMonth());
  }

  /** How many days. */
  long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /** Whether something that lasted from one day to another, or a single day, lies in it partly. */
  boolean touches(@Nullable LocalDate first, @Nullable LocalDate last) {
    return first != null && !first.isAfter(to) && !(last == null ? first : last).isBefore(from);
  }
}
