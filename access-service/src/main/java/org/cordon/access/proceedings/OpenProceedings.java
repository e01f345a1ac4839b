package org.cordon.access.proceedings;

import java.time.LocalDate;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.texts.Line;
import org.cordon.platform.texts.Prose;
import org.jspecify.annotations.Nullable;

/**
 * Proceedings to open.
 *
 * @param title 1 to 200 characters
 * @param since the day from which the status holds
 * @param note at most 4,000 characters
 */
public record OpenProceedings(
    ProceedingsKind kind,
    String title,
    ProceedingsStatus status,
    LocalDate since,
    boolean walled,
    @Nullable String note) {
  static final int MAX_TITLE = 200;
  static final int MAX_NOTE = 4_000;

  /**
   * Checks and cleans.
   *
   * @throws Problem INVALID when something does not fit, or the status is not one of this kind
   */
  public OpenProceedings {
    title = Line.require("title", title, MAX_TITLE);
    note = Prose.find("note", note, MAX_NOTE).orElse(null);
    requireFits(kind, status, walled);
  }

  static void requireFits(ProceedingsKind kind, ProceedingsStatus status, boolean walled) {
    if (!kind.canBe(status)) {
      throw Problem.invalid("status", "is not one of proceedings of this kind.");
    }
    if (kind.isAlwaysWalled() && !walled) {
      throw Problem.invalid("walled", "must be true: criminal proceedings always have a wall.");
    }
  }
}
