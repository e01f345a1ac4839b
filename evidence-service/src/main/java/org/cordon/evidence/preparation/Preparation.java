package org.cordon.evidence.preparation;

import java.time.LocalDate;
import java.util.Optional;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.texts.Prose;
import org.jspecify.annotations.Nullable;

/**
 * How far a person is prepared.
 *
 * @param support whom they can turn to, at most {@value #MAX_SUPPORT} characters
 */
record Preparation(
    Optional<Pack> pack, Optional<Introduction> introduced, Optional<String> support) {
  static final int MAX_SUPPORT = 500;
  private static final int MOST_YEARS = 10;

  /**
   * The information pack that they were sent.
   *
   * @param version empty when Cordon does not hold it
   */
  record Pack(
      Optional<VersionId> version,
      LocalDate sentOn,
      Optional<LocalDate> receivedOn,
      Optional<LocalDate> acknowledgedOn) {

    Pack with(Optional<VersionId> other) {
      return new Pack(other, sentOn, receivedOn, acknowledgedOn);
    }

    /**
     * Checks what was sent.
     *
     * @throws Problem INVALID when a day does not fit
     */
    static Pack of(
        @Nullable VersionId version,
        @Nullable LocalDate sentOn,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate acknowledgedOn,
        LocalDate today) {
      LocalDate sent = past("pack.sentOn", Problem.require("pack.sentOn", sentOn), today);
      return new Pack(
          Optional.ofNullable(version),
          sent,
          since("pack.receivedOn", receivedOn, sent, today),
          since("pack.acknowledgedOn", acknowledgedOn, sent, today));
    }

    private static Optional<LocalDate> since(
        String field, @Nullable LocalDate day, LocalDate sent, LocalDate today) {
      if (day != null && day.isBefore(sent)) {
        throw Problem.invalid(field, "must not be before the day on which the pack was sent.");
      }
      return Optional.ofNullable(day).map(given -> past(field, given, today));
    }

    private static LocalDate past(String field, LocalDate day, LocalDate today) {
      if (day.isAfter(today) || day.isBefore(today.minusYears(MOST_YEARS))) {
        throw Problem.invalid(field, "must be today or in the " + MOST_YEARS + " years before.");
      }
      return day;
    }
  }

  /** How a person is introduced to the review. */
  enum How {
    MEETING,
    LETTER
  }

  /**
   * The introductory meeting, or the letter.
   *
   * @param on may be to come, for a meeting
   */
  record Introduction(How how, LocalDate on) {

    static Introduction of(@Nullable How how, @Nullable LocalDate on, LocalDate today) {
      How given = Problem.require("introduced.how", how);
      LocalDate day = Problem.require("introduced.on", on);
      LocalDate latest = given == How.LETTER ? today : today.plusYears(1);
      if (day.isAfter(latest) || day.isBefore(today.minusYears(MOST_YEARS))) {
        throw Problem.invalid(
            "introduced.on",
            given == How.LETTER ? "must be today or in the past." : "must be within a year.");
      }
      return new Introduction(given, day);
    }
  }

  /** A state as it is kept; of what nobody has written yet the revision is 0. */
  record Saved(PersonId person, int revision, Preparation preparation) {}

  /** Nothing done yet. */
  static Preparation none() {
    return new Preparation(Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Optional<String> support(@Nullable String text) {
    return Prose.find("support", text, MAX_SUPPORT);
  }

  /**
   * Whether they have the pack and were introduced: nothing else has to happen before they talk.
   */
  boolean isComplete(LocalDate today) {
    return introduced.filter(it -> !it.on().isAfter(today)).isPresent()
        && pack.filter(it -> it.receivedOn().or(it::acknowledgedOn).isPresent()).isPresent();
  }

  Preparation with(Optional<Pack> other) {
    return new Preparation(other, introduced, support);
  }
}
