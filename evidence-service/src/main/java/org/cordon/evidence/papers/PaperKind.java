package org.cordon.evidence.papers;

import org.cordon.evidence.passages.Sections;
import org.cordon.platform.access.CaseAction;

/** The kinds of working paper. */
public enum PaperKind {
  /** What happened, day by day. */
  CHRONOLOGY,
  /** The practitioners' story. */
  NARRATIVE,
  /** A key practice episode. */
  EPISODE,
  /** A finding in its set anatomy. */
  FINDING,
  RECOMMENDATIONS,
  IMR_SUMMARY,
  INFORMATION_PACK,
  /** The report to the board; its print attributes no quote (rule 13). */
  OVERVIEW_REPORT,
  CONVERSATION_GUIDE,
  MINUTES;

  /** What a passage of it may belong to. */
  public Sections sections() {
    return switch (this) {
      case CHRONOLOGY -> Sections.of("ENTRY");
      case EPISODE -> Sections.of("SUMMARY", "FACTOR");
      case FINDING ->
          Sections.of(
              "HEADLINE",
              "IN_THIS_CASE",
              "UNDERLYING",
              "PREVALENCE",
              "RISK",
              "ISSUES_FOR_THE_BOARD");
      case RECOMMENDATIONS -> Sections.of("CLEAR_CUT", "COMPETING_PRIORITIES", "NEEDS_RESEARCH");
      case CONVERSATION_GUIDE -> Sections.of("TOPIC");
      case NARRATIVE, IMR_SUMMARY, INFORMATION_PACK, OVERVIEW_REPORT, MINUTES -> Sections.none();
    };
  }

  /** What it takes in the case to write one, besides reading its draft. */
  public CaseAction writing() {
    return switch (this) {
      case INFORMATION_PACK -> CaseAction.MANAGE_PREPARATION;
      case MINUTES -> CaseAction.MANAGE_MEETINGS;
      case CHRONOLOGY,
          NARRATIVE,
          EPISODE,
          FINDING,
          RECOMMENDATIONS,
          IMR_SUMMARY,
          OVERVIEW_REPORT,
          CONVERSATION_GUIDE ->
          CaseAction.WRITE_PAPERS;
    };
  }
}
