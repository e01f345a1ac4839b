package org.cordon.access.proceedings;

import java.time.LocalDate;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.texts.Prose;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different about proceedings; what is null stays as it is.
 *
 * @param since the day from which it holds
 * @param note at most 4,000 characters
 */
public record ChangeProceedings(
    @Nullable ProceedingsStatus status,
    @Nullable LocalDate since,
    @Nullable Boolean walled,
    @Nullable String note) {

  /**
   * Checks and cleans.
   *
   * @throws Problem INVALID when nothing would be different
   */
  public ChangeProceedings {
    note = Prose.find("note", note, OpenProceedings.MAX_NOTE).orElse(null);
    if (status == null && since == null && walled == null && note == null) {
      throw Problem.invalid("status", "or since, walled or note must be given.");
    }
  }
}
