package org.cordon.evidence.timetable;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.idempotency.IdempotentRequests;
import org.cordon.platform.idempotency.RequestDigest;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.MilestoneId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.requests.Revision;
import org.cordon.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The timetable of a case. */
@RestController
class TimetableController {
  private static final String TIMETABLE = "/api/evidence/cases/{case}/timetable";

  private final Timetables timetables;
  private final IdempotentRequests requests;

  TimetableController(Timetables timetables, IdempotentRequests requests) {
    this.timetables = timetables;
    this.requests = requests;
  }

  /**
   * A timetable.
   *
   * @param start null when none is set out
   * @param end the end of the six months that a review is given
   * @param next the first milestone that is not done, or null
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record TimetableBody(
      @Nullable LocalDate start,
      @Nullable LocalDate end,
      List<MilestoneBody> milestones,
      @Nullable MilestoneId next) {

    static TimetableBody of(Timetables.Seen seen) {
      return new TimetableBody(
          seen.start().orElse(null),
          seen.start().map(start -> start.plus(UsualTimetable.GIVEN)).orElse(null),
          seen.milestones().stream().map(each -> MilestoneBody.of(each, seen)).toList(),
          seen.milestones().stream()
              .filter(each -> each.now().doneOn() == null)
              .map(Milestone::id)
              .findFirst()
              .orElse(null));
    }
  }

  /**
   * A milestone.
   *
   * @param late due before today and not done
   * @param note null for those who do not keep the timetable
   * @param history the states before, newest first
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record MilestoneBody(
      MilestoneId id,
      Stage stage,
      String name,
      LocalDate due,
      @Nullable LocalDate doneOn,
      boolean late,
      @Nullable Delay because,
      @Nullable String note,
      int revision,
      Instant savedAt,
      PersonId savedBy,
      List<EarlierState> history) {

    static MilestoneBody of(Milestone milestone, Timetables.Seen seen) {
      Milestone.State now = milestone.now();
      return new MilestoneBody(
          milestone.id(),
          milestone.stage(),
          now.name(),
          now.due(),
          now.doneOn(),
          milestone.isLate(seen.today()),
          now.because(),
          seen.showsNotes() ? now.note() : null,
          now.revision(),
          now.savedAt(),
          now.savedBy(),
          milestone.states().stream().skip(1).map(it -> EarlierState.of(it, seen)).toList());
    }
  }

  /** What a milestone was before. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record EarlierState(
      String name,
      LocalDate due,
      @Nullable LocalDate doneOn,
      @Nullable Delay because,
      @Nullable String note,
      Instant savedAt,
      PersonId savedBy) {

    static EarlierState of(Milestone.State state, Timetables.Seen seen) {
      return new EarlierState(
          state.name(),
          state.due(),
          state.doneOn(),
          state.because(),
          seen.showsNotes() ? state.note() : null,
          state.savedAt(),
          state.savedBy());
    }
  }

  /** The day on which the review started. */
  record WantedTimetable(@Nullable LocalDate start) {}

  /** A milestone as a caller wants it; the stage is named when it is added. */
  record WantedMilestone(
      @Nullable Stage stage,
      @Nullable String name,
      @Nullable LocalDate due,
      @Nullable LocalDate doneOn,
      @Nullable Delay because,
      @Nullable String note) {

    SetMilestone checked(LocalDate today) {
      return SetMilestone.of(name, due, doneOn, because, note, today);
    }
  }

  /** What was set out. */
  record SetOut(LocalDate start) {}

  /** A milestone that was added or changed. */
  record MilestoneSaved(MilestoneId id, int revision) {}

  @GetMapping(TIMETABLE)
  TimetableBody timetable(Caller caller, @PathVariable("case") CaseId caseId) {
    return TimetableBody.of(timetables.read(caller.person(), caseId));
  }

  @PostMapping(TIMETABLE)
  ResponseEntity<SetOut> setOut(
      Caller caller,
      @PathVariable("case") CaseId caseId,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestBody WantedTimetable wanted) {
    timetables.requireKeeper(caller.person(), caseId);
    LocalDate start = Problem.require("start", wanted.start());
    return requests.once(
        caller.person(),
        IdempotencyKey.of(key),
        "timetable " + caseId + " " + start,
        SetOut.class,
        () -> {
          timetables.setOut(caseId, start, caller.person());
          return ResponseEntity.created(URI.create("/api/evidence/cases/" + caseId + "/timetable"))
              .body(new SetOut(start));
        });
  }

  @PostMapping(TIMETABLE + "/milestones")
  ResponseEntity<MilestoneSaved> add(
      Caller caller,
      @PathVariable("case") CaseId caseId,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestBody WantedMilestone wanted) {
    timetables.requireKeeper(caller.person(), caseId);
    Stage stage = Problem.require("stage", wanted.stage());
    SetMilestone checked = wanted.checked(timetables.today());
    return requests.once(
        caller.person(),
        IdempotencyKey.of(key),
        RequestDigest.of("milestone " + caseId, wanted),
        MilestoneSaved.class,
        () -> {
          MilestoneId id = timetables.add(caseId, stage, checked, caller.person());
          return ResponseEntity.created(URI.create("/api/evidence/milestones/" + id))
              .body(new MilestoneSaved(id, 1));
        });
  }

  /** Everything of it but its stage, which stays. */
  @PutMapping("/api/evidence/milestones/{milestone}")
  ResponseEntity<MilestoneSaved> change(
      Caller caller,
      @PathVariable MilestoneId milestone,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody WantedMilestone wanted) {
    CaseId caseId = timetables.caseOf(milestone);
    timetables.requireKeeper(caller.person(), caseId);
    int revision =
        timetables.change(
            caseId,
            milestone,
            Revision.require(ifMatch),
            wanted.checked(timetables.today()),
            caller.person());
    return ResponseEntity.ok()
        .eTag(Revision.tag(revision))
        .body(new MilestoneSaved(milestone, revision));
  }
}
