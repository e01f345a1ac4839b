package org.cordon.gateway.meetings;

/** Who meets and what for, in words. */
public enum MeetingKind {
  REVIEW_TEAM("Review team", "The review team analyses what it has.", false),
  CASE_GROUP("Case group", "Practitioners check the narrative and comment.", true),
  INTRODUCTORY("Introductory", "Those who take part hear what the review is.", true),
  FINISHING("Finishing", "Those who took part hear what came of it.", true),
  SENIOR_MANAGERS("Senior managers", "Senior managers of the agencies.", false);

  private final String title;
  private final String means;
  private final boolean practitioners;

  MeetingKind(String title, String means, boolean practitioners) {
    this.title = title;
    this.means = means;
    this.practitioners = practitioners;
  }

  public String title() {
    return title;
  }

  /** What happens there. */
  public String means() {
    return means;
  }

  /** Whether practitioners are there (rule 17). */
  public boolean isWithPractitioners() {
    return practitioners;
  }
}
