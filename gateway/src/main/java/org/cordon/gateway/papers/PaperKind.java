package org.cordon.gateway.papers;

import java.util.Arrays;
import java.util.List;
import org.cordon.gateway.cases.OneCase;

/** What a working paper is for, and the parts that papers of this kind are made of. */
public enum PaperKind {
  CHRONOLOGY(
      "Chronology", "What happened and when, entry by entry, each with its day and its source"),
  NARRATIVE("Narrative", "The practitioners’ story: how it looked to those who were there"),
  EPISODE(
      "Key practice episode",
      "A stretch of the case that taught something, with the factors that contributed"),
  FINDING("Finding", "One issue, from its headline to what the board is asked to consider"),
  RECOMMENDATIONS("Recommendations", "What should follow, in three kinds"),
  IMR_SUMMARY("IMR summary", "The gist of an agency’s individual management review"),
  INFORMATION_PACK("Information pack", "What those who take part are given before they begin"),
  OVERVIEW_REPORT("Overview report", "The report of the review; its quotations name nobody"),
  CONVERSATION_GUIDE("Conversation guide", "The topics of one conversation"),
  MINUTES("Minutes", "What was said and settled at a meeting");

  private final String title;
  private final String hint;

  PaperKind(String title, String hint) {
    this.title = title;
    this.hint = hint;
  }

  /** For example "Chronology". */
  public String title() {
    return title;
  }

  /** What it is for, in a sentence. */
  public String hint() {
    return hint;
  }

  /** Those that somebody may begin on the page of papers; a guide begins with its conversation. */
  static List<PaperKind> offered(OneCase one) {
    return Arrays.stream(values())
        .filter(kind -> kind != CONVERSATION_GUIDE && one.may(kind.writing()))
        .toList();
  }

  /** The action that writing one takes. */
  private String writing() {
    return switch (this) {
      case INFORMATION_PACK -> "managePreparation";
      case MINUTES -> "manageMeetings";
      case CHRONOLOGY,
          NARRATIVE,
          EPISODE,
          FINDING,
          RECOMMENDATIONS,
          IMR_SUMMARY,
          OVERVIEW_REPORT,
          CONVERSATION_GUIDE ->
          "writePapers";
    };
  }

  /** The parts of such a paper, in their order; none when it may be written freely. */
  public List<PaperSection> sections() {
    return switch (this) {
      case CHRONOLOGY -> List.of(PaperSection.ENTRY);
      case EPISODE -> List.of(PaperSection.SUMMARY, PaperSection.FACTOR);
      case FINDING ->
          List.of(
              PaperSection.HEADLINE,
              PaperSection.IN_THIS_CASE,
              PaperSection.UNDERLYING,
              PaperSection.PREVALENCE,
              PaperSection.RISK,
              PaperSection.ISSUES_FOR_THE_BOARD);
      case RECOMMENDATIONS ->
          List.of(
              PaperSection.CLEAR_CUT,
              PaperSection.COMPETING_PRIORITIES,
              PaperSection.NEEDS_RESEARCH);
      case CONVERSATION_GUIDE -> List.of(PaperSection.TOPIC);
      case NARRATIVE, IMR_SUMMARY, INFORMATION_PACK, OVERVIEW_REPORT, MINUTES -> List.of();
    };
  }

  /** Whether its passages are about days. */
  public boolean hasDays() {
    return this == CHRONOLOGY || this == EPISODE;
  }

  /** Whether its passages are about what an agency did. */
  public boolean hasAgencies() {
    return this == CHRONOLOGY || this == EPISODE || this == IMR_SUMMARY;
  }

  /** Whether its passages belong to one of the six patterns. */
  public boolean hasPatterns() {
    return this == FINDING || this == EPISODE;
  }
}
