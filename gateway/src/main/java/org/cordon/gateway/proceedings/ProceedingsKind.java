package org.cordon.gateway.proceedings;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What kind of proceedings run beside a case. */
public enum ProceedingsKind {
  CRIMINAL("Criminal proceedings"),
  INQUEST("Inquest"),
  FAMILY_COURT("Family court proceedings"),
  DISCIPLINARY("Disciplinary proceedings");

  private final String title;

  ProceedingsKind(String title) {
    this.title = title;
  }

  /** For example "Criminal proceedings". */
  public String title() {
    return title;
  }

  /** The same inside a sentence, with its article: "an inquest". */
  public String words() {
    return this == INQUEST ? "an inquest" : title.toLowerCase(Locale.ROOT);
  }

  /** Whether it is decided for each whether they keep witnesses apart; criminal ones always do. */
  public boolean leavesWallOpen() {
    return this != CRIMINAL;
  }

  /** What follows from choosing it, or null. */
  @Nullable String hint() {
    return this == CRIMINAL
        ? "From the start of an investigation, practitioners and family members who take part are"
            + " potential witnesses"
        : null;
  }

  /** The states that proceedings of this kind can be in, in their usual order. */
  public List<ProceedingsStatus> statuses() {
    return switch (this) {
      case CRIMINAL ->
          List.of(
              ProceedingsStatus.NONE,
              ProceedingsStatus.INVESTIGATION,
              ProceedingsStatus.CHARGING_DECISION_PENDING,
              ProceedingsStatus.CHARGED,
              ProceedingsStatus.TRIAL,
              ProceedingsStatus.CONCLUDED,
              ProceedingsStatus.NO_FURTHER_ACTION,
              ProceedingsStatus.APPEAL);
      case INQUEST, FAMILY_COURT, DISCIPLINARY ->
          List.of(ProceedingsStatus.NONE, ProceedingsStatus.OPEN, ProceedingsStatus.CONCLUDED);
    };
  }
}
