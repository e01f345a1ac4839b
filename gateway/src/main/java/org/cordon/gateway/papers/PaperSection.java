package org.cordon.gateway.papers;

import org.jspecify.annotations.Nullable;

/** A part that papers of some kind are made of. */
public enum PaperSection {
  ENTRY("Entry"),
  SUMMARY("What happened"),
  FACTOR("Contributory factor"),
  HEADLINE("Headline"),
  IN_THIS_CASE("How the issue showed in this case"),
  UNDERLYING("Why it is not a one-off"),
  PREVALENCE("How prevalent and widespread it is"),
  RISK("The risk to the system"),
  ISSUES_FOR_THE_BOARD("Issues for the board to consider"),
  CLEAR_CUT("Clear-cut and local"),
  COMPETING_PRIORITIES("No precise answer, because priorities compete"),
  NEEDS_RESEARCH("Needs research or national development"),
  TOPIC("Topic"),
  QUESTION("Question"),
  ANSWER("Answer");

  private final String title;

  PaperSection(String title) {
    this.title = title;
  }

  /** For example "Headline". */
  public String title() {
    return title;
  }

  /** The title of the section with that key; null when there is none, or it has no title here. */
  public static @Nullable String title(@Nullable String key) {
    for (PaperSection section : values()) {
      if (section.name().equals(key)) {
        return section.title;
      }
    }
    return null;
  }
}
