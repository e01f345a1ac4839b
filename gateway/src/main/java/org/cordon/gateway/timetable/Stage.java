package org.cordon.gateway.timetable;

/** One of the four stages of a review, in words. */
public enum Stage {
  PREPARATION("Preparation", "Choose the review team and who takes part, and prepare them."),
  DATA_COLLECTION("Data collection", "Select documents and hold conversations."),
  ORGANISING_AND_ANALYSING(
      "Organising and analysing",
      "Write the narrative and the key practice episodes, and check them with the case group."),
  RECOMMENDATIONS("Recommendations", "Agree the findings and what the board is to consider.");

  private final String title;
  private final String means;

  Stage(String title, String means) {
    this.title = title;
    this.means = means;
  }

  public String title() {
    return title;
  }

  /** What happens in it. */
  public String means() {
    return means;
  }
}
