package org.cordon.evidence.meetings;

/** Who meets, and what for. */
enum MeetingKind {
  /** The review team analyses. */
  REVIEW_TEAM,
  /** Practitioners check the narrative and comment. */
  CASE_GROUP,
  /** Those who take part hear what the review is. */
  INTRODUCTORY,
  /** Those who took part hear what came of it. */
  FINISHING,
  SENIOR_MANAGERS;

  /** Whether practitioners are there, so that it waits for the early discussion (rule 17). */
  boolean isWithPractitioners() {
    return switch (this) {
      case CASE_GROUP, INTRODUCTORY, FINISHING -> true;
      case REVIEW_TEAM, SENIOR_MANAGERS -> false;
    };
  }
}
