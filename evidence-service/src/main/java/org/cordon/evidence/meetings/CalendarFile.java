package org.cordon.evidence.meetings;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A meeting as a file for a person's calendar (RFC 5545). Calendars are kept where Cordon does not
 * reach, so it says when and where, and nothing of the case, the kind, the people or the papers.
 */
final class CalendarFile {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int LINE = 75;

  private CalendarFile() {}

  /**
   * The file, in UTF-8.
   *
   * @param address where the meeting is shown to whoever may see it
   */
  static byte[] of(Meeting meeting, Optional<String> address) {
    MeetingPlan plan = meeting.plan();
    List<String> lines = new ArrayList<>();
    lines.add("BEGIN:VCALENDAR");
    lines.add("VERSION:2.0");
    lines.add("PRODID:-//Cordon//Meetings//EN");
    lines.add("METHOD:PUBLISH");
    lines.add("BEGIN:VEVENT");
    lines.add("UID:" + meeting.id());
    lines.add("SEQUENCE:" + meeting.revision());
    lines.add("DTSTAMP:" + time(meeting.savedAt()));
    lines.add("DTSTART:" + time(plan.at()));
    plan.until().ifPresent(end -> lines.add("DTEND:" + time(end)));
    lines.add("SUMMARY:Meeting");
    lines.add("LOCATION:" + escaped(plan.place()));
    address.ifPresent(it -> lines.add("URL:" + it));
    lines.add("CLASS:PRIVATE");
    lines.add("END:VEVENT");
    lines.add("END:VCALENDAR");
    StringBuilder file = new StringBuilder();
    lines.forEach(line -> fold(line, file));
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String time(Instant instant) {
    return UTC.format(instant);
  }

  /** Text as section 3.3.11 has it; control characters do not come here. */
  static String escaped(String text) {
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n");
  }

  /** Section 3.1: no line is longer than 75 octets, and no character is cut in two. */
  static void fold(String line, StringBuilder file) {
    int octets = 0;
    for (int character : line.codePoints().toArray()) {
      String text = Character.toString(character);
      int size = text.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > LINE) {
        file.append("\r\n ");
        octets = 1;
      }
      file.append(text);
      octets += size;
    }
    file.append("\r\n");
  }
}
