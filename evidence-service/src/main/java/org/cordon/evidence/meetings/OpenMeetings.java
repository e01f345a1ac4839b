package org.cordon.evidence.meetings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cordon.evidence.items.Audiences;
import org.cordon.evidence.items.Version;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.CaseAction;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.MeetingId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.paging.PageRequest;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;

/** What somebody may see of meetings, by decisions that are recorded before anything is shown. */
@Component
class OpenMeetings {
  private final AccessClient access;
  private final Audiences audiences;
  private final MeetingStore store;
  private final InvitationStore invitations;

  /** How much of the meetings of a case somebody may see. */
  private enum Sight {
    ALL,
    /** Those that they were sent, as they were sent. */
    OWN,
    NONE
  }

  /**
   * A meeting as somebody may see it.
   *
   * @param meeting without what they may not find
   * @param papers those before it that they may find
   * @param invitations those that stand; their own alone where they see no others
   * @param attendance the same
   */
  record Seen(
      Meeting meeting,
      List<Version> papers,
      List<Meeting.Invitation> invitations,
      Optional<Meeting.Attendance> attendance) {}

  OpenMeetings(
      AccessClient access, Audiences audiences, MeetingStore store, InvitationStore invitations) {
    this.access = access;
    this.audiences = audiences;
    this.store = store;
    this.invitations = invitations;
  }

  /**
   * The meetings of a case that somebody may see, those arranged last first, without their papers
   * and agendas.
   *
   * @throws Problem NOT_FOUND when none are open to them
   */
  Page<Meeting> page(PersonId reader, CaseId caseId, PageRequest request) {
    Optional<MeetingId> after = request.after().map(OpenMeetings::cursor);
    int most = request.limit() + 1;
    List<Meeting> found =
        switch (sight(reader, caseId)) {
          case ALL -> store.of(caseId, after, most);
          case OWN -> store.sentTo(reader, caseId, after, most);
          case NONE -> throw Problem.notFound();
        };
    List<Meeting> shown = found.subList(0, Math.min(found.size(), request.limit()));
    return new Page<>(shown, found.size() > shown.size() ? shown.getLast().id().toString() : null);
  }

  /**
   * One meeting with its papers; finding them is recorded.
   *
   * @throws Problem NOT_FOUND when it is not open to them
   */
  Seen read(PersonId reader, MeetingId id) {
    Sight sight = sight(reader, store.find(id).map(Meeting::caseId).orElse(new CaseId(id.value())));
    Meeting meeting = require(reader, id, sight);
    List<Version> papers = audiences.found(reader, meeting.caseId(), meeting.plan().papers());
    Meeting open = seenWith(meeting, papers.stream().map(Version::id).collect(Collectors.toSet()));
    List<Meeting.Invitation> standing =
        invitations.of(id).stream().filter(it -> !it.withdrawn()).toList();
    Optional<Meeting.Attendance> attendance = invitations.attendance(id);
    return sight == Sight.ALL
        ? new Seen(open, papers, standing, attendance)
        : new Seen(
            withInvited(open, reader),
            papers,
            standing.stream().filter(it -> it.person().equals(reader)).toList(),
            attendance.flatMap(it -> own(it, reader)));
  }

  /**
   * When and where a meeting is; nothing of its papers is asked.
   *
   * @throws Problem NOT_FOUND when it is not open to them
   */
  Meeting when(PersonId reader, MeetingId id) {
    return require(
        reader,
        id,
        sight(reader, store.find(id).map(Meeting::caseId).orElse(new CaseId(id.value()))));
  }

  private Meeting require(PersonId reader, MeetingId id, Sight sight) {
    Optional<Meeting> open =
        switch (sight) {
          case ALL -> store.find(id);
          case OWN ->
              invitations.of(id).stream()
                  .filter(it -> it.person().equals(reader) && !it.withdrawn())
                  .findFirst()
                  .flatMap(it -> store.find(id, it.revision()));
          case NONE -> Optional.empty();
        };
    return open.orElseThrow(Problem::notFound);
  }

  private Sight sight(PersonId reader, CaseId caseId) {
    if (access.decideInCase(reader, CaseAction.READ_MEETINGS, caseId).permitted()) {
      return Sight.ALL;
    }
    return access.decideInCase(reader, CaseAction.READ_OWN_MEETINGS, caseId).permitted()
        ? Sight.OWN
        : Sight.NONE;
  }

  private static Meeting seenWith(Meeting meeting, Set<VersionId> found) {
    return with(meeting, meeting.plan().seenWith(found));
  }

  private static Meeting withInvited(Meeting meeting, PersonId reader) {
    MeetingPlan plan = meeting.plan();
    return with(
        meeting,
        new MeetingPlan(
            plan.title(),
            plan.at(),
            plan.until(),
            plan.place(),
            plan.agenda(),
            plan.papers(),
            List.of(reader)));
  }

  private static Meeting with(Meeting meeting, MeetingPlan plan) {
    return new Meeting(
        meeting.id(),
        meeting.caseId(),
        meeting.kind(),
        meeting.revision(),
        plan,
        meeting.savedAt(),
        meeting.savedBy());
  }

  private static Optional<Meeting.Attendance> own(Meeting.Attendance all, PersonId reader) {
    return all.attended().contains(reader)
        ? Optional.of(
            new Meeting.Attendance(List.of(reader), List.of(), all.recordedAt(), all.recordedBy()))
        : Optional.empty();
  }

  private static MeetingId cursor(String after) {
    try {
      return MeetingId.from(after);
    } catch (IllegalArgumentException notACursor) {
      throw Problem.invalid("after", "is not a cursor that this list gave out.");
    }
  }
}
