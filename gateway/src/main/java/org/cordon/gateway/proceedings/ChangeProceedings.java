package org.cordon.gateway.proceedings;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A state that proceedings are to be in from a day on. */
record ChangeProceedings(
    String proceedings,
    ProceedingsStatus status,
    LocalDate since,
    boolean walled,
    @Nullable String note) {

  static ChangeProceedings of(OneProceedings known, StatusForm form, LocalDate since) {
    return new ChangeProceedings(
        known.id(), form.chosen(), since, form.walled(), form.noteToSend());
  }
}
