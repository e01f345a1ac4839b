package org.cordon.evidence.timetable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cordon.platform.ids.MilestoneId;
import org.cordon.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Something that a review comes to by a day.
 *
 * @param states newest first, at least one
 */
record Milestone(MilestoneId id, Stage stage, List<State> states) {
  Milestone {
    states = List.copyOf(states);
  }

  /**
   * What was known of it from a moment on.
   *
   * @param due the day by which it is to be done
   * @param because why it is late or was moved
   */
  record State(
      int revision,
      String name,
      LocalDate due,
      @Nullable LocalDate doneOn,
      @Nullable Delay because,
      @Nullable String note,
      Instant savedAt,
      PersonId savedBy) {}

  State now() {
    return states.getFirst();
  }

  boolean isLate(LocalDate today) {
    return now().doneOn() == null && now().due().isBefore(today);
  }
}
