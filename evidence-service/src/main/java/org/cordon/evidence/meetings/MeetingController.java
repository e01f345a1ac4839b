package org.cordon.evidence.meetings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cordon.evidence.items.Version;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.idempotency.IdempotentRequests;
import org.cordon.platform.idempotency.RequestDigest;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.MeetingId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.paging.PageRequest;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.requests.Revision;
import org.cordon.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Meetings: arranging, changing and seeing them. */
@RestController
class MeetingController {
  private final Meetings meetings;
  private final OpenMeetings open;
  private final IdempotentRequests requests;

  MeetingController(Meetings meetings, OpenMeetings open, IdempotentRequests requests) {
    this.meetings = meetings;
    this.open = open;
    this.requests = requests;
  }

  /** A meeting in a list. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record MeetingSummary(
      MeetingId id,
      @JsonProperty("case") CaseId caseId,
      MeetingKind kind,
      String title,
      Instant at,
      @Nullable Instant until,
      String place) {

    static MeetingSummary of(Meeting meeting) {
      MeetingPlan plan = meeting.plan();
      return new MeetingSummary(
          meeting.id(),
          meeting.caseId(),
          meeting.kind(),
          plan.title(),
          plan.at(),
          plan.until().orElse(null),
          plan.place());
    }
  }

  /** A paper before a meeting. */
  record PaperSummary(VersionId version, ItemId item, int number, String title) {

    static PaperSummary of(Version version) {
      return new PaperSummary(
          version.id(), version.item(), version.number(), version.particulars().title());
    }
  }

  /**
   * An invitation that stands.
   *
   * @param revision the state of the meeting that was sent
   */
  record InvitationBody(PersonId person, int revision, Instant sentAt) {

    static InvitationBody of(Meeting.Invitation invitation) {
      return new InvitationBody(invitation.person(), invitation.revision(), invitation.sentAt());
    }
  }

  /**
   * Who was there.
   *
   * @param exposed those who could not have read every paper
   */
  record AttendanceBody(
      List<PersonId> attended, List<PersonId> exposed, Instant recordedAt, PersonId recordedBy) {

    static AttendanceBody of(Meeting.Attendance attendance) {
      return new AttendanceBody(
          attendance.attended(),
          attendance.exposed(),
          attendance.recordedAt(),
          attendance.recordedBy());
    }
  }

  /**
   * A meeting as far as whoever looks may see it.
   *
   * @param papers those that they may find
   * @param minutes the papers in which its minutes are written, as far as they may find them
   * @param sent the invitations that stand
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record MeetingDetail(
      MeetingId id,
      @JsonProperty("case") CaseId caseId,
      MeetingKind kind,
      String title,
      Instant at,
      @Nullable Instant until,
      String place,
      List<AgendaLine> agenda,
      List<PaperSummary> papers,
      List<ItemId> minutes,
      List<PersonId> invited,
      List<InvitationBody> sent,
      @Nullable AttendanceBody attendance,
      int revision) {

    static MeetingDetail of(OpenMeetings.Seen seen) {
      Meeting meeting = seen.meeting();
      MeetingPlan plan = meeting.plan();
      return new MeetingDetail(
          meeting.id(),
          meeting.caseId(),
          meeting.kind(),
          plan.title(),
          plan.at(),
          plan.until().orElse(null),
          plan.place(),
          plan.agenda(),
          seen.papers().stream().map(PaperSummary::of).toList(),
          seen.minutes(),
          plan.invited(),
          seen.invitations().stream().map(InvitationBody::of).toList(),
          seen.attendance().map(AttendanceBody::of).orElse(null),
          meeting.revision());
    }
  }

  /** A meeting to arrange. */
  record WantedMeeting(
      @Nullable MeetingKind kind,
      @Nullable String title,
      @Nullable Instant at,
      @Nullable Instant until,
      @Nullable String place,
      @Nullable List<@Nullable AgendaLine> agenda,
      @Nullable List<@Nullable VersionId> papers,
      @Nullable List<@Nullable PersonId> invited) {

    MeetingPlan plan() {
      return new MeetingPlan(
          title == null ? "" : title,
          Problem.require("at", at),
          Optional.ofNullable(until),
          place == null ? "" : place,
          MeetingPlan.members("agenda", agenda, MeetingPlan.MAX_AGENDA),
          MeetingPlan.members("papers", papers, MeetingPlan.MAX_PAPERS),
          MeetingPlan.members("invited", invited, MeetingPlan.MAX_INVITED));
    }
  }

  /** A meeting that was arranged or changed. */
  record MeetingSaved(MeetingId id, int revision) {}

  @GetMapping("/api/evidence/cases/{case}/meetings")
  Page<MeetingSummary> page(
      Caller caller,
      @PathVariable("case") CaseId caseId,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    Page<Meeting> page = open.page(caller.person(), caseId, PageRequest.of(limit, after));
    return new Page<>(page.items().stream().map(MeetingSummary::of).toList(), page.next());
  }

  @PostMapping("/api/evidence/cases/{case}/meetings")
  ResponseEntity<MeetingSaved> arrange(
      Caller caller,
      @PathVariable("case") CaseId caseId,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestBody WantedMeeting wanted) {
    meetings.requireArranger(caller.person(), caseId, Optional.ofNullable(wanted.kind()));
    MeetingKind kind = Problem.require("kind", wanted.kind());
    MeetingPlan plan = wanted.plan();
    return requests.once(
        caller.person(),
        IdempotencyKey.of(key),
        RequestDigest.of("meeting " + caseId, wanted),
        MeetingSaved.class,
        () -> {
          MeetingId id = meetings.arrange(caller.person(), caseId, kind, plan);
          return ResponseEntity.created(URI.create("/api/evidence/meetings/" + id))
              .body(new MeetingSaved(id, 1));
        });
  }

  @GetMapping("/api/evidence/meetings/{meeting}")
  ResponseEntity<MeetingDetail> one(Caller caller, @PathVariable MeetingId meeting) {
    MeetingDetail detail = MeetingDetail.of(open.read(caller.person(), meeting));
    return ResponseEntity.ok().eTag(Revision.tag(detail.revision())).body(detail);
  }

  @PatchMapping("/api/evidence/meetings/{meeting}")
  ResponseEntity<MeetingSaved> change(
      Caller caller,
      @PathVariable MeetingId meeting,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody ChangeMeeting wanted) {
    meetings.requireArranger(caller.person(), meeting);
    int revision = meetings.change(caller.person(), meeting, Revision.require(ifMatch), wanted);
    return ResponseEntity.ok()
        .eTag(Revision.tag(revision))
        .body(new MeetingSaved(meeting, revision));
  }
}
