package org.cordon.evidence.accountability;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.texts.Line;
import org.cordon.platform.texts.Prose;
import org.jspecify.annotations.Nullable;

/**
 * What the board answered to an issue that a finding puts to it.
 *
 * @param version the version or draft that the issue stands in; the newest when missing
 * @param passage the issue
 * @param text 1 to {@value #MAX_TEXT} characters
 * @param by who answered for the board, 1 to {@value #MAX_NAME} characters
 * @param on the day of the answer, not to come, in the year 1900 or later
 */
record RecordResponse(
    @Nullable VersionId version,
    @Nullable PassageId passage,
    @Nullable String text,
    @Nullable String by,
    @Nullable LocalDate on) {
  static final int MAX_NAME = 200;
  static final int MAX_TEXT = 5_000;
  private static final int EARLIEST_YEAR = 1900;

  /** The same within its limits. */
  RecordResponse checked(LocalDate today) {
    LocalDate day = Problem.require("on", on);
    if (day.isAfter(today) || day.getYear() < EARLIEST_YEAR) {
      throw Problem.invalid("on", "must be a day in the year 1900 or later that is not to come.");
    }
    return new RecordResponse(
        version,
        Problem.require("passage", passage),
        Prose.require("text", text, MAX_TEXT),
        Line.require("by", by, MAX_NAME),
        day);
  }

  /** Equal for equal ones, and tells nothing of what they say. */
  String fingerprint() {
    return Integer.toHexString(
        Stream.of(version, passage, text, by, on).map(Objects::toString).toList().hashCode());
  }
}
