package org.cordon.evidence.meetings;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.idempotency.IdempotentRequests;
import org.cordon.platform.idempotency.RequestDigest;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.MeetingId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.requests.Revision;
import org.cordon.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Meetings: whom they go to, who was there, and the file for one's calendar. */
@RestController
@RequestMapping("/api/evidence/meetings/{meeting}")
class InvitationController {
  private final Meetings meetings;
  private final OpenMeetings open;
  private final Minutes minutes;
  private final IdempotentRequests requests;
  private final Optional<String> address;

  /**
   * @param address where the gateway is seen from outside; files for calendars have no link without
   */
  InvitationController(
      Meetings meetings,
      OpenMeetings open,
      Minutes minutes,
      IdempotentRequests requests,
      @Value("${cordon.gateway.address:}") String address) {
    this.meetings = meetings;
    this.open = open;
    this.minutes = minutes;
    this.requests = requests;
    this.address = Optional.of(address.replaceAll("/+$", "")).filter(it -> !it.isEmpty());
  }

  /** Whether to send, or only to look whom it would go to. */
  record WantedInvitations(@Nullable Boolean rehearse) {}

  /**
   * To whom a meeting went, or would go.
   *
   * @param sent nobody when somebody needs a decision
   * @param needDecision those who could not read every paper (rule 18)
   */
  record InvitationsSent(List<PersonId> sent, List<PersonId> needDecision) {}

  /**
   * Who was there.
   *
   * @param allTheSame true to put on record those too who could not read every paper
   */
  record WantedAttendance(
      @Nullable List<@Nullable PersonId> attended, @Nullable Boolean allTheSame) {}

  /**
   * Who is on record.
   *
   * @param recorded nobody when somebody needs a decision and it was not said that they were there
   *     all the same
   */
  record AttendanceRecorded(List<PersonId> recorded, List<PersonId> needDecision) {}

  /** The paper in which the minutes are written. */
  record MinutesBegun(ItemId paper) {}

  @PostMapping("/invitations")
  ResponseEntity<InvitationsSent> send(
      Caller caller,
      @PathVariable MeetingId meeting,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestBody WantedInvitations wanted) {
    meetings.requireArranger(caller.person(), meeting);
    Revision seen = Revision.require(ifMatch);
    boolean rehearse = Boolean.TRUE.equals(wanted.rehearse());
    return requests.once(
        caller.person(),
        IdempotencyKey.of(key),
        "invitations " + meeting + " " + seen + " " + rehearse,
        InvitationsSent.class,
        () -> {
          Outcome outcome = meetings.send(caller.person(), meeting, seen, rehearse);
          return ResponseEntity.ok(new InvitationsSent(outcome.people(), outcome.needDecision()));
        });
  }

  @PostMapping("/attendance")
  ResponseEntity<AttendanceRecorded> attended(
      Caller caller,
      @PathVariable MeetingId meeting,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestBody WantedAttendance wanted) {
    meetings.requireArranger(caller.person(), meeting);
    List<PersonId> people =
        MeetingPlan.different(
            "attended",
            MeetingPlan.members("attended", wanted.attended(), MeetingPlan.MAX_INVITED));
    if (people.isEmpty()) {
      throw Problem.invalid("attended", "is missing.");
    }
    boolean allTheSame = Boolean.TRUE.equals(wanted.allTheSame());
    return requests.once(
        caller.person(),
        IdempotencyKey.of(key),
        RequestDigest.of("attendance " + meeting + " " + allTheSame, people),
        AttendanceRecorded.class,
        () -> {
          Outcome outcome = meetings.attended(caller.person(), meeting, people, allTheSame);
          return ResponseEntity.ok(
              new AttendanceRecorded(outcome.people(), outcome.needDecision()));
        });
  }

  /** Begins the minutes: a working paper written from the meeting's papers. */
  @PostMapping("/minutes")
  ResponseEntity<MinutesBegun> minutes(
      Caller caller,
      @PathVariable MeetingId meeting,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
    ItemId paper = minutes.begin(caller.person(), meeting, IdempotencyKey.of(key));
    return ResponseEntity.created(URI.create("/api/evidence/papers/" + paper))
        .body(new MinutesBegun(paper));
  }

  @GetMapping(value = "/calendar", produces = "text/calendar")
  ResponseEntity<byte[]> calendar(Caller caller, @PathVariable MeetingId meeting) {
    Meeting shown = open.when(caller.person(), meeting);
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("meeting.ics").build().toString())
        .body(CalendarFile.of(shown, address.map(it -> it + "/meetings/" + meeting)));
  }
}
