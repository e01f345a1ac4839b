package org.cordon.gateway.audience;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.cordon.gateway.pages.DateFields;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The day before which somebody could have seen something, as it was asked for; at its beginning in
 * London.
 */
record Before(DateFields typed, @Nullable LocalDate day) {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  static Before read(MultiValueMap<String, String> query, LocalDate today, FormErrors errors) {
    DateFields typed = new Sent(query).date("before");
    return new Before(typed, typed.read("before", today, errors));
  }

  /** The moment, or null when no day was asked for. */
  @Nullable Instant moment() {
    return day == null ? null : day.atStartOfDay(LONDON).toInstant();
  }

  /** The same question as the end of an address, or nothing. */
  public String query() {
    return day == null
        ? ""
        : "?before-day=%d&before-month=%d&before-year=%d"
            .formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
  }
}
