package org.cordon.gateway.timetable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The timetable of a case.
 *
 * @param start the day on which the review started, or null when no timetable is set out
 * @param end the end of the six months that it is given
 * @param next the id of the first milestone that is not done, or null
 */
public record Timetable(
    @Nullable LocalDate start,
    @Nullable LocalDate end,
    List<Milestone> milestones,
    @Nullable String next) {

  /**
   * Something that a review comes to by a day.
   *
   * @param note null for those who do not keep the timetable
   * @param history the states before, newest first
   */
  public record Milestone(
      String id,
      Stage stage,
      String name,
      LocalDate due,
      @Nullable LocalDate doneOn,
      boolean late,
      @Nullable Delay because,
      @Nullable String note,
      long revision,
      Instant savedAt,
      List<Earlier> history) {

    /** How it stands, for a tag. */
    public String state() {
      return doneOn != null ? "Done" : late ? "Late" : "To come";
    }

    /** The colour of that tag. */
    public String tag() {
      return doneOn != null ? "govuk-tag--green" : late ? "govuk-tag--red" : "govuk-tag--grey";
    }
  }

  /** What a milestone was before. */
  public record Earlier(
      String name,
      LocalDate due,
      @Nullable LocalDate doneOn,
      @Nullable Delay because,
      @Nullable String note,
      Instant savedAt) {}

  /** Whether there is one. */
  public boolean isSetOut() {
    return start != null;
  }

  /** Those of one stage, by the day on which they are due. */
  public List<Milestone> of(Stage stage) {
    return milestones.stream().filter(each -> each.stage() == stage).toList();
  }

  /** The first that is not done, or null. */
  public @Nullable Milestone nextOne() {
    return find(String.valueOf(next)).orElse(null);
  }

  /** How many are late. */
  public long late() {
    return milestones.stream().filter(Milestone::late).count();
  }

  /** Whether something is planned after the six months, as an extension makes it. */
  public boolean isExtended() {
    return end != null && milestones.stream().anyMatch(each -> each.due().isAfter(end));
  }

  /**
   * One of them.
   *
   * @throws Problem NOT_FOUND when it is none of these
   */
  Milestone require(String id) {
    return find(id).orElseThrow(Problem::notFound);
  }

  private Optional<Milestone> find(String id) {
    return milestones.stream().filter(each -> each.id().equals(id)).findFirst();
  }
}
