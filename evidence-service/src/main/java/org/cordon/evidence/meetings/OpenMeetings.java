package org.cordon.evidence.meetings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cordon.evidence.items.Audiences;
import org.cordon.evidence.items.Items;
import org.cordon.evidence.items.Version;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.CaseAction;
import org.cordon.platform.access.ItemAction;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
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
  private final Minutes minutes;
  private final Items items;

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
   * @param minutes those of it that they may find
   * @param invitations those that stand; their own alone where they see no others
   * @param attendance the same
   */
  record Seen(
      Meeting meeting,
      List<Version> papers,
      List<ItemId> minutes,
      List<Meeting.Invitation> invitations,
      Optional<Meeting.Attendance> attendance) {}

  OpenMeetings(
      AccessClient access,
      Audiences audiences,
      MeetingStore store,
      InvitationStore invitations,
      Minutes minutes,
      Items items) {
    this.access = access;
    this.audiences = audiences;
    this.store = store;
    this.invitations = invitations;
    this.minutes = minutes;
    this.items = items;
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
    List<Minutes.Paper> begun = minutes.of(id);
    Set<VersionId> found =
        found(
            reader,
            meeting.caseId(),
            Stream.concat(
                    meeting.plan().papers().stream(),
                    begun.stream().flatMap(it -> it.versions().stream()))
                .toList());
    List<Version> papers =
        items.find(meeting.plan().papers().stream().filter(found::contains).toList());
    List<ItemId> written =
        begun.stream()
            .filter(it -> it.versions().stream().anyMatch(found::contains))
            .map(Minutes.Paper::item)
            .toList();
    Meeting open = with(meeting, meeting.plan().seenWith(found));
    List<Meeting.Invitation> standing =
        invitations.of(id).stream().filter(it -> !it.withdrawn()).toList();
    Optional<Meeting.Attendance> attendance = invitations.attendance(id);
    return sight == Sight.ALL
        ? new Seen(open, papers, written, standing, attendance)
        : new Seen(
            withInvited(open, reader),
            papers,
            written,
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

  private Set<VersionId> found(PersonId reader, CaseId caseId, List<VersionId> versions) {
    return audiences.shown(reader, ItemAction.FIND, caseId, versions).stream()
        .map(Audiences.Shown::version)
        .collect(Collectors.toSet());
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
