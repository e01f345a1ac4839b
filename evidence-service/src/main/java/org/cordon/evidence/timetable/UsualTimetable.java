package org.cordon.evidence.timetable;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/** What a review comes to in the six months that it is given, unless somebody says otherwise. */
final class UsualTimetable {
  /** How long a review is given (rule 31). */
  static final Period GIVEN = Period.ofMonths(6);

  /** A milestone, and how long after the start it is due. */
  private record Usual(Stage stage, String name, Period due) {}

  private static final List<Usual> MILESTONES =
      List.of(
          new Usual(Stage.PREPARATION, "Review team and participants chosen", Period.ofWeeks(3)),
          new Usual(Stage.PREPARATION, "Everyone who takes part is prepared", Period.ofWeeks(6)),
          new Usual(Stage.DATA_COLLECTION, "Documents collected", Period.ofWeeks(8)),
          new Usual(Stage.DATA_COLLECTION, "Conversations held", Period.ofWeeks(13)),
          new Usual(
              Stage.ORGANISING_AND_ANALYSING,
              "Narrative and key practice episodes checked with the case group",
              Period.ofWeeks(18)),
          new Usual(
              Stage.ORGANISING_AND_ANALYSING,
              "Patterns identified and prioritised",
              Period.ofWeeks(21)),
          new Usual(
              Stage.RECOMMENDATIONS, "Findings and recommendations agreed", Period.ofWeeks(24)),
          new Usual(Stage.RECOMMENDATIONS, "Report with the board", GIVEN));

  private UsualTimetable() {}

  /** A milestone to begin with. */
  record Due(Stage stage, SetMilestone milestone) {}

  /** The usual milestones of a review that started on that day. */
  static List<Due> from(LocalDate start) {
    return MILESTONES.stream()
        .map(usual ->
            new Due(
                usual.stage(),
                new SetMilestone(usual.name(), start.plus(usual.due()), null, null, null)))
        .toList();
  }
}
