package org.cordon.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FormatsTest {
  private final Formats formats = new Formats();

  @Test
  void daysTimesAndSizesReadAsPeopleWriteThem() {
    assertThat(formats.day(LocalDate.of(2026, 11, 22))).isEqualTo("22 November 2026");
    assertThat(formats.day(null)).isEmpty();
    assertThat(formats.time(Instant.parse("2026-07-01T13:05:00Z")))
        .as("in summer time")
        .isEqualTo("1 July 2026 at 14:05");
    assertThat(formats.size(1)).isEqualTo("1 byte");
    assertThat(formats.size(1023)).isEqualTo("1023 bytes");
    assertThat(formats.size(1_482_000)).isEqualTo("1.4 MB");
    assertThat(formats.size(3L << 40)).isEqualTo("3.0 TB");
    assertThat(formats.count(1, "result", "results")).isEqualTo("1 result");
    assertThat(formats.count(1204, "result", "results")).isEqualTo("1,204 results");
  }

  @Test
  void aDateIsRealInThePastAndHasFourDigitsOfYear() {
    LocalDate today = LocalDate.of(2026, 11, 23);
    var errors = new FormErrors();
    assertThat(new DateFields("27", "3", "2025").read("date", today, errors))
        .isEqualTo(LocalDate.of(2025, 3, 27));
    assertThat(DateFields.none().read("date", today, errors)).isNull();
    assertThat(errors.isEmpty()).isTrue();

    for (DateFields wrong :
        new DateFields[] {
          new DateFields("31", "2", "2025"), new DateFields("1", "", "2025"),
          new DateFields("24", "11", "2026"), new DateFields("1", "1", "25"),
          new DateFields("x", "1", "2025"), new DateFields("1", "1", "999999999999")
        }) {
      var found = new FormErrors();
      wrong.read("date", today, found);
      assertThat(found.of("date")).as(wrong.toString()).isNotNull();
    }
  }
}
