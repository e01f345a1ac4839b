package org.cordon.access.proceedings;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.cordon.access.decisions.Decisions;
import org.cordon.access.decisions.Reader;
import org.cordon.access.decisions.Target;
import org.cordon.access.policies.Action;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.idempotency.IdempotentRequests;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.ProceedingsId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.Caller;
import org.cordon.platform.texts.Line;
import org.cordon.platform.texts.Prose;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The proceedings of a case. What is asked decides which permission it takes. */
@RestController
@RequestMapping("/api/access/cases/{case}/proceedings")
class ProceedingsController {
  private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");
  private static final int MAX_MATTER = 100;
  private static final int MAX_DESCRIPTION = 2_000;
  private static final int MAX_REASON = 4_000;

  private final Proceedings proceedings;
  private final Decisions decisions;
  private final IdempotentRequests requests;
  private final Clock clock;

  ProceedingsController(
      Proceedings proceedings, Decisions decisions, IdempotentRequests requests, Clock clock) {
    this.proceedings = proceedings;
    this.decisions = decisions;
    this.requests = requests;
    this.clock = clock;
  }

  /** Proceedings as a caller describes them; looked at once the caller may open them. */
  record WantedProceedings(
      @Nullable ProceedingsKind kind,
      @Nullable String title,
      @Nullable ProceedingsStatus status,
      @Nullable LocalDate since,
      @Nullable Boolean walled,
      @Nullable String note) {

    OpenProceedings checked(LocalDate today) {
      return new OpenProceedings(
          Problem.require("kind", kind),
          title == null ? "" : title,
          Problem.require("status", status),
          day(since, today).orElse(today),
          walled == null || walled,
          note);
    }
  }

  /**
   * A change as a caller describes it.
   *
   * @param proceedings which; may be left out where a case has only one
   * @param revision the one that the caller saw, as in {@code If-Match}
   */
  record WantedChange(
      @Nullable ProceedingsId proceedings,
      @Nullable ProceedingsStatus status,
      @Nullable LocalDate since,
      @Nullable Boolean walled,
      @Nullable String note,
      @Nullable Integer revision) {

    ChangeProceedings checked(LocalDate today) {
      return new ChangeProceedings(status, day(since, today).orElse(null), walled, note);
    }
  }

  /** A fact in issue to name. */
  record WantedMatter(@Nullable String name, @Nullable String description) {}

  /** An early discussion to record. */
  record WantedDiscussion(
      @Nullable LocalDate heldOn,
      @Nullable String participants,
      @Nullable String timing,
      @Nullable String conduct,
      @Nullable String contributors) {}

  /** An agreement of the CPS to record. */
  record WantedAgreement(@Nullable String agreedBy, @Nullable String reason) {}

  @GetMapping
  Page<ProceedingsSummary> list(@PathVariable("case") CaseId caseId, Caller caller) {
    Reader reader = reader(caller.person(), caseId);
    return decisions.permitted(
        caller.person(),
        Action.READ_PROCEEDINGS,
        new Target.OfCase(caseId),
        () -> Page.whole(proceedings.list(caseId, reader)));
  }

  @PostMapping
  ResponseEntity<ProceedingsSummary> open(
      @PathVariable("case") CaseId caseId,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestBody WantedProceedings wanted,
      Caller caller) {
    return make(
        caseId,
        Action.TIGHTEN_PROCEEDINGS,
        key,
        "proceedings " + caseId + " " + wanted,
        caller,
        reader -> proceedings.open(caseId, wanted.checked(today()), reader));
  }

  /** A change that only closes things takes the permission to tighten, every other to manage. */
  @PatchMapping
  ResponseEntity<ProceedingsSummary> change(
      @PathVariable("case") CaseId caseId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody WantedChange wanted,
      Caller caller) {
    Optional<ProceedingsState> before = seen(caseId, wanted);
    String expected =
        Optional.ofNullable(ifMatch)
            .or(() -> Optional.ofNullable(wanted.revision()).map(it -> "\"" + it + "\""))
            .or(() -> before.map(ProceedingsState::entityTag))
            .filter(tag -> before.filter(it -> it.entityTag().equals(tag)).isPresent())
            .orElse("");
    Reader reader = reader(caller.person(), caseId);
    ProceedingsSummary changed =
        decisions.permitted(
            caller.person(),
            before.filter(state -> tightens(state, wanted)).isPresent()
                ? Action.TIGHTEN_PROCEEDINGS
                : Action.MANAGE_PROCEEDINGS,
            new Target.OfCase(caseId),
            () ->
                proceedings.change(
                    caseId,
                    Optional.ofNullable(wanted.proceedings())
                        .orElseGet(() -> proceedings.requireOnly(caseId)),
                    wanted.checked(today()),
                    expected,
                    reader));
    return ResponseEntity.ok().eTag(changed.entityTag()).body(changed);
  }

  @PostMapping("/{proceedings}/matters")
  ResponseEntity<ProceedingsSummary> addMatter(
      @PathVariable("case") CaseId caseId,
      @PathVariable("proceedings") ProceedingsId id,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestBody WantedMatter wanted,
      Caller caller) {
    return make(
        caseId,
        Action.TIGHTEN_PROCEEDINGS,
        key,
        "matter " + id + " " + wanted,
        caller,
        reader ->
            proceedings.addMatter(
                caseId,
                id,
                Line.require("name", wanted.name(), MAX_MATTER),
                Prose.find("description", wanted.description(), MAX_DESCRIPTION).orElse(""),
                reader));
  }

  @PostMapping("/{proceedings}/early-discussions")
  ResponseEntity<ProceedingsSummary> recordDiscussion(
      @PathVariable("case") CaseId caseId,
      @PathVariable("proceedings") ProceedingsId id,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestBody WantedDiscussion wanted,
      Caller caller) {
    return make(
        caseId,
        Action.MANAGE_PROCEEDINGS,
        key,
        "early discussion " + id + " " + wanted,
        caller,
        reader ->
            proceedings.recordDiscussion(
                caseId,
                id,
                RecordEarlyDiscussion.of(
                    wanted.heldOn(),
                    wanted.participants(),
                    wanted.timing(),
                    wanted.conduct(),
                    wanted.contributors(),
                    today()),
                reader));
  }

  @PostMapping("/{proceedings}/charging-agreements")
  ResponseEntity<ProceedingsSummary> recordAgreement(
      @PathVariable("case") CaseId caseId,
      @PathVariable("proceedings") ProceedingsId id,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestBody WantedAgreement wanted,
      Caller caller) {
    return make(
        caseId,
        Action.MANAGE_PROCEEDINGS,
        key,
        "charging agreement " + id + " " + wanted,
        caller,
        reader ->
            proceedings.recordAgreement(
                caseId,
                id,
                Line.require("agreedBy", wanted.agreedBy(), OpenProceedings.MAX_TITLE),
                Prose.require("reason", wanted.reason(), MAX_REASON),
                reader));
  }

  private ResponseEntity<ProceedingsSummary> make(
      CaseId caseId,
      Action action,
      @Nullable String key,
      String request,
      Caller caller,
      Function<Reader, ProceedingsSummary> work) {
    Reader reader = reader(caller.person(), caseId);
    return decisions.permitted(
        caller.person(),
        action,
        new Target.OfCase(caseId),
        () ->
            requests.once(
                caller.person(),
                IdempotencyKey.of(key),
                request,
                ProceedingsSummary.class,
                () -> {
                  ProceedingsSummary made = work.apply(reader);
                  return ResponseEntity.status(HttpStatus.CREATED)
                      .location(URI.create("/api/access/cases/" + caseId + "/proceedings"))
                      .eTag(made.entityTag())
                      .body(made);
                }));
  }

  private Optional<ProceedingsState> seen(CaseId caseId, WantedChange wanted) {
    try {
      return proceedings.seen(
          caseId,
          Optional.ofNullable(wanted.proceedings())
              .orElseGet(() -> proceedings.requireOnly(caseId)));
    } catch (Problem unnamed) {
      return Optional.empty();
    }
  }

  /** A description that does not fit takes the wider permission before anybody is told so. */
  private boolean tightens(ProceedingsState before, WantedChange wanted) {
    try {
      return before.isTightenedBy(wanted.checked(today()));
    } catch (Problem doesNotFit) {
      return false;
    }
  }

  private Reader reader(PersonId person, CaseId caseId) {
    return decisions.reader(person, caseId, Action.TIGHTEN_PROCEEDINGS, Action.MANAGE_PROCEEDINGS);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), UNITED_KINGDOM);
  }

  private static Optional<LocalDate> day(@Nullable LocalDate given, LocalDate today) {
    if (given != null && (given.getYear() < 1900 || given.isAfter(today))) {
      throw Problem.invalid("since", "must be a day from 1900 on that is not in the future.");
    }
    return Optional.ofNullable(given);
  }
}
