package org.cordon.gateway.proceedings;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Proceedings to be put on record beside a case. */
record OpenProceedings(
    ProceedingsKind kind,
    String title,
    ProceedingsStatus status,
    LocalDate since,
    boolean walled,
    @Nullable String note) {

  static OpenProceedings of(ProceedingsKind kind, String title, StatusForm form, LocalDate since) {
    return new OpenProceedings(kind, title, form.chosen(), since, form.walled(), form.noteToSend());
  }
}
