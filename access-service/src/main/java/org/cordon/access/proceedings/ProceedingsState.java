package org.cordon.access.proceedings;

import java.time.Instant;
import java.time.LocalDate;
import org.cordon.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * How proceedings stood from one moment to the next.
 *
 * @param walled whether witnesses in them are kept from each other's accounts
 * @param liveSince since when they are live, with the wall that they have now, without a break;
 *     null while they are not
 * @param since the day in the world from which the status holds
 * @param note at most 4,000 characters
 */
record ProceedingsState(
    int revision,
    ProceedingsStatus status,
    boolean walled,
    @Nullable Instant liveSince,
    LocalDate since,
    @Nullable String note,
    Instant recordedAt,
    PersonId recordedBy) {

  /** The state that follows on this one. */
  ProceedingsState next(ChangeProceedings change, Instant now, PersonId by) {
    ProceedingsStatus to = change.status() == null ? status : change.status();
    boolean wallRises = !walled && Boolean.TRUE.equals(change.walled());
    return new ProceedingsState(
        revision + 1,
        to,
        change.walled() == null ? walled : change.walled(),
        !to.isLive() ? null : liveSince == null || wallRises ? now : liveSince,
        change.since() == null ? since : change.since(),
        change.note(),
        now,
        by);
  }

  /** The entity tag (RFC 9110). */
  String entityTag() {
    return "\"" + revision + "\"";
  }

  /** Whether a change of this state only closes things. */
  boolean isTightenedBy(ChangeProceedings change) {
    boolean statusTightens =
        change.status() == null || change.status() == status || status.tightensTo(change.status());
    boolean wallStays = change.walled() == null || change.walled() || !walled;
    return statusTightens && wallStays;
  }
}
