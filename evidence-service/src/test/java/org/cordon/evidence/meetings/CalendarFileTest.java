package org.cordon.evidence.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.MeetingId;
import org.cordon.platform.ids.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 5545, as far as the file goes. */
class CalendarFileTest {
  private final MeetingId id = MeetingId.create();

  private String file(String place, Optional<Instant> until) {
    Meeting meeting =
        new Meeting(
            id,
            CaseId.create(),
            MeetingKind.CASE_GROUP,
            3,
            new MeetingPlan(
                "The title",
                Instant.parse("2026-11-30T09:05:00Z"),
                until,
                place,
                List.of(),
                List.of(),
                List.of()),
            Instant.parse("2026-11-01T08:00:00.123456Z"),
            PersonId.create());
    return new String(
        CalendarFile.of(meeting, Optional.of("https://cordon.example/meetings/" + id)),
        StandardCharsets.UTF_8);
  }

  @Test
  void theWholeFileIsAsTheStandardHasIt() {
    assertThat(file("Room 2", Optional.of(Instant.parse("2026-11-30T11:00:00Z"))))
        .isEqualTo(
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Cordon//Meetings//EN
            METHOD:PUBLISH
            BEGIN:VEVENT
            UID:%1$s
            SEQUENCE:3
            DTSTAMP:20261101T080000Z
            DTSTART:20261130T090500Z
            DTEND:20261130T110000Z
            SUMMARY:Meeting
            LOCATION:Room 2
            URL:https://cordon.example/meetings/%1$s
            CLASS:PRIVATE
            END:VEVENT
            END:VCALENDAR
            """
                .formatted(id)
                .replace("\n", "\r\n")
                .replaceFirst("(?m)^(URL:.{71})(.*)\r$", "$1\r\n $2\r"));
  }

  @Test
  void whatWouldEndAValueIsEscaped() {
    assertThat(file("Hall; Room 2, \\ 3", Optional.empty()))
        .contains("LOCATION:Hall\\; Room 2\\, \\\\ 3\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "é", "€", "🐿", "aé€🐿"})
  void noLineIsLongerThan75OctetsAndNoCharacterIsCutInTwo(String piece) {
    String place = piece.repeat(60);

    String file = file(place, Optional.empty());

    assertThat(file.split("\r\n", -1))
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    assertThat(file.replace("\r\n ", "")).contains("LOCATION:" + place + "\r\n");
  }
}
