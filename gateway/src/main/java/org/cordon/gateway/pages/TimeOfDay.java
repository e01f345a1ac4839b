package org.cordon.gateway.pages;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times of day as people type them, in London. */
public final class TimeOfDay {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final DateTimeFormatter TYPED =
      DateTimeFormatter.ofPattern("H[:mm][.mm]", Locale.UK);
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

  private TimeOfDay() {}

  /** The time; null when nothing was typed or it is wrong, and then the errors say so. */
  public static @Nullable LocalTime read(String field, String text, FormErrors errors) {
    if (text.isBlank()) {
      return null;
    }
    try {
      return LocalTime.from(
          TYPED.parse(text.contains(":") || text.contains(".") ? text : text + ":00"));
    } catch (DateTimeException e) {
      errors.add(field, "Enter a time of day, for example 14:30");
      return null;
    }
  }

  /** The time of a form that needs one; null when it is wrong or missing. */
  public static @Nullable LocalTime require(
      String field, String text, String missing, FormErrors errors) {
    errors.require(field, text, missing);
    return read(field, text, errors);
  }

  /** That time on that day. */
  public static Instant instant(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(LONDON).toInstant();
  }

  /** The day. */
  public static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, LONDON);
  }

  /** For example "14:30". */
  public static String clock(Instant instant) {
    return SHOWN.format(instant.atZone(LONDON));
  }
}
