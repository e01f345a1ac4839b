package org.cordon.gateway.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How dates, times and sizes are written for people: {@code formats} in templates. */
@Component
public class Formats {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.UK);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
  private static final long KIB = 1024;

  /** "22 November 2026", or an empty string for null. */
  public String day(@Nullable LocalDate day) {
    return day == null ? "" : DAY.format(day);
  }

  /** "22 November 2026", the day in London. */
  public String dayOf(Instant time) {
    return DAY.format(time.atZone(LONDON));
  }

  /** "22 November 2026 at 14:05", in London. */
  public String time(Instant time) {
    return MINUTE.format(time.atZone(LONDON));
  }

  /** "14:05", in London. */
  public String clock(Instant time) {
    return CLOCK.format(time.atZone(LONDON));
  }

  /** "November 2026" from "2026-11". */
  public String month(YearMonth month) {
    return MONTH.format(month);
  }

  /** "3 bytes", "12 KB", "1.4 MB" (of 1024). */
  public String size(long bytes) {
    if (bytes < KIB) {
      return bytes == 1 ? "1 byte" : bytes + " bytes";
    }
    double amount = (double) bytes / KIB;
    int unit = 0;
    while (amount >= KIB && unit < 3) {
      amount /= KIB;
      unit++;
    }
    String number =
        amount >= 10 || unit == 0
            ? String.format(Locale.UK, "%.0f", amount)
            : String.format(Locale.UK, "%.1f", amount);
    return number + " " + new String[] {"KB", "MB", "GB", "TB"}[unit];
  }

  /** "1,234". */
  public String number(long number) {
    return String.format(Locale.UK, "%,d", number);
  }

  /** "1,234 documents", "1 document". */
  public String count(long number, String one, String many) {
    return String.format(Locale.UK, "%,d %s", number, number == 1 ? one : many);
  }
}
