package org.cordon.evidence.conversations;

import java.time.Duration;
import java.time.Instant;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.texts.Prose;
import org.jspecify.annotations.Nullable;

/** The command to begin the record of a conversation that was held. */
record BeginRecord(Instant startedAt, Instant endedAt, String present) {
  static final int MAX_PRESENT = 1_000;
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final Duration EARLIEST = Duration.ofDays(2 * 366);

  /**
   * A record as a caller describes it.
   *
   * @param startedAt at most two years ago
   * @param endedAt not in the future, at most 24 hours after it started
   * @param present who was there, 1 to {@value #MAX_PRESENT} characters
   */
  record WantedRecord(
      @Nullable Instant startedAt, @Nullable Instant endedAt, @Nullable String present) {

    /**
     * Holds everything against its limit.
     *
     * @throws Problem INVALID, saying which field does not fit
     */
    BeginRecord checked(Instant now) {
      Instant from = Problem.require("startedAt", startedAt);
      Instant to = Problem.require("endedAt", endedAt);
      if (from.isBefore(now.minus(EARLIEST))) {
        throw Problem.invalid("startedAt", "must be within the last two years.");
      }
      if (to.isBefore(from) || to.isAfter(now) || to.isAfter(from.plus(LONGEST))) {
        throw Problem.invalid(
            "endedAt", "must come after startedAt by at most 24 hours, and not be in the future.");
      }
      return new BeginRecord(from, to, Prose.require("present", present, MAX_PRESENT));
    }
  }
}
