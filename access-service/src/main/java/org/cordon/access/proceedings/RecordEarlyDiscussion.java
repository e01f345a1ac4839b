package org.cordon.access.proceedings;

import java.time.LocalDate;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.texts.Prose;
import org.jspecify.annotations.Nullable;

/**
 * The early discussion between chair, police and CPS, as it took place (rule 17).
 *
 * @param heldOn not in the future
 * @param participants who took part and for whom, 1 to 2,000 characters
 * @param timing what was agreed on when things may take place; at most 4,000 characters
 * @param conduct the same on how
 * @param contributors the same on who contributes
 */
public record RecordEarlyDiscussion(
    LocalDate heldOn, String participants, String timing, String conduct, String contributors) {
  private static final int MAX_PARTICIPANTS = 2_000;
  private static final int MAX_TEXT = 4_000;

  /**
   * Checks and cleans.
   *
   * @throws Problem INVALID when a text is missing or too long
   */
  public RecordEarlyDiscussion {
    participants = Prose.require("participants", participants, MAX_PARTICIPANTS);
    timing = Prose.require("timing", timing, MAX_TEXT);
    conduct = Prose.require("conduct", conduct, MAX_TEXT);
    contributors = Prose.require("contributors", contributors, MAX_TEXT);
  }

  static RecordEarlyDiscussion of(
      @Nullable LocalDate heldOn,
      @Nullable String participants,
      @Nullable String timing,
      @Nullable String conduct,
      @Nullable String contributors,
      LocalDate today) {
    if (heldOn == null || heldOn.isAfter(today)) {
      throw Problem.invalid("heldOn", "must be a day that is not in the future.");
    }
    return new RecordEarlyDiscussion(
        heldOn,
        participants == null ? "" : participants,
        timing == null ? "" : timing,
        conduct == null ? "" : conduct,
        contributors == null ? "" : contributors);
  }
}
