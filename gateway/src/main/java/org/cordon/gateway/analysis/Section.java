package org.cordon.gateway.analysis;

import org.jspecify.annotations.Nullable;

/** The parts of findings and recommendations, by their titles. */
enum Section {
  HEADLINE("Headline"),
  IN_THIS_CASE("How the issue showed in this case"),
  UNDERLYING("Why it is not a one-off"),
  PREVALENCE("How prevalent and widespread it is"),
  RISK("The risk to the system"),
  ISSUES_FOR_THE_BOARD("Issues for the board to consider"),
  CLEAR_CUT("Clear-cut and local"),
  COMPETING_PRIORITIES("No precise answer, because priorities compete"),
  NEEDS_RESEARCH("Needs research or national development");

  private final String title;

  Section(String title) {
    this.title = title;
  }

  /** The title of the section with that key; "Elsewhere" when there is none. */
  static String title(@Nullable String key) {
    for (Section section : values()) {
      if (section.name().equals(key)) {
        return section.title;
      }
    }
    return "Elsewhere";
  }
}
