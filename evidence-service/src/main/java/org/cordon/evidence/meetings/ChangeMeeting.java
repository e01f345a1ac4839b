package org.cordon.evidence.meetings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants changed of a meeting; what is null stays.
 *
 * @param until is taken as it is, null as well, where {@code at} is there
 * @param papers those that whoever changes it may find; the others stay
 */
record ChangeMeeting(
    @Nullable String title,
    @Nullable Instant at,
    @Nullable Instant until,
    @Nullable String place,
    @Nullable List<@Nullable AgendaLine> agenda,
    @Nullable List<@Nullable VersionId> papers,
    @Nullable List<@Nullable PersonId> invited) {

  /** The plan after that, as somebody makes it who sees this much of the one before. */
  MeetingPlan of(MeetingPlan seen) {
    return new MeetingPlan(
        title == null ? seen.title() : title,
        at == null ? seen.at() : at,
        at == null && until == null ? seen.until() : Optional.ofNullable(until),
        place == null ? seen.place() : place,
        agenda == null
            ? seen.agenda()
            : MeetingPlan.members("agenda", agenda, MeetingPlan.MAX_AGENDA),
        papers == null
            ? seen.papers()
            : MeetingPlan.members("papers", papers, MeetingPlan.MAX_PAPERS),
        invited == null
            ? seen.invited()
            : MeetingPlan.members("invited", invited, MeetingPlan.MAX_INVITED));
  }
}
