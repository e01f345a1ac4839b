package org.cordon.access.disclosures;

import java.time.Instant;

/** Something that a disclosure touches moved since it was asked for or decided on (rule 16). */
public record DisclosureMove(Cause cause, Instant recordedAt) {

  /** What moved. */
  public enum Cause {
    PROCEEDINGS("The status of the proceedings changed."),
    STANDING("A standing that it touches was recorded."),
    LABELS("The version holds another account since.");

    private final String reason;

    Cause(String reason) {
      this.reason = reason;
    }

    /** Why an approval is suspended for it. */
    String reason() {
      return reason;
    }
  }
}
