package org.cordon.evidence.meetings;

import java.time.Instant;
import java.util.List;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.MeetingId;
import org.cordon.platform.ids.PersonId;

/** A meeting in one of the states that its plan had. */
record Meeting(
    MeetingId id,
    CaseId caseId,
    MeetingKind kind,
    int revision,
    MeetingPlan plan,
    Instant savedAt,
    PersonId savedBy) {

  /**
   * The newest word on a person's invitation.
   *
   * @param revision the state of the meeting that was sent
   */
  record Invitation(
      PersonId person, int revision, boolean withdrawn, Instant sentAt, PersonId sentBy) {}

  /**
   * Who was there.
   *
   * @param exposed those among them who could not have read every paper
   */
  record Attendance(
      List<PersonId> attended, List<PersonId> exposed, Instant recordedAt, PersonId recordedBy) {
    Attendance {
      attended = List.copyOf(attended);
      exposed = List.copyOf(exposed);
    }
  }
}
