package org.cordon.access.disclosures;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.cordon.access.decisions.Decisions;
import org.cordon.access.decisions.Question;
import org.cordon.access.decisions.Target;
import org.cordon.access.policies.Action;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.idempotency.IdempotentRequests;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.DisclosureId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.paging.PageRequest;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.requests.Seen;
import org.cordon.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Disclosures, for those who ask, those who decide and those to whom something is disclosed. Nobody
 * is shown one of a version that they could not come across otherwise.
 */
@RestController
class DisclosureController {
  /** From the widest view to the narrowest. */
  private static final List<Action> VIEWS =
      List.of(Action.READ_DISCLOSURES, Action.ASK_DISCLOSURE, Action.READ_OWN_DISCLOSURES);

  private static final String CHANGED =
      "Something moved since you looked at this disclosure. Load it again, then decide.";

  private final Disclosures disclosures;
  private final Decisions decisions;
  private final DisclosureViews views;
  private final IdempotentRequests requests;
  private final Clock clock;

  DisclosureController(
      Disclosures disclosures,
      Decisions decisions,
      DisclosureViews views,
      IdempotentRequests requests,
      Clock clock) {
    this.disclosures = disclosures;
    this.decisions = decisions;
    this.views = views;
    this.requests = requests;
    this.clock = clock;
  }

  /** A request as a caller describes it. */
  record WantedDisclosure(
      @Nullable VersionId version, @Nullable PersonId recipient, @Nullable String purpose) {}

  @PostMapping("/api/access/cases/{case}/disclosures")
  ResponseEntity<DisclosureSummary> request(
      @PathVariable("case") CaseId caseId,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestBody WantedDisclosure wanted,
      Caller caller) {
    requireFound(caller.person(), wanted.version());
    return decisions.permitted(
        caller.person(),
        Action.ASK_DISCLOSURE,
        new Target.OfCase(caseId),
        () ->
            requests.once(
                caller.person(),
                IdempotencyKey.of(key),
                "disclosure " + caseId + " " + wanted,
                DisclosureSummary.class,
                () -> {
                  DisclosureSummary asked =
                      disclosures.request(
                          caseId,
                          RequestDisclosure.of(
                              wanted.version(), wanted.recipient(), wanted.purpose()),
                          caller.person());
                  return ResponseEntity.status(HttpStatus.CREATED)
                      .location(URI.create("/api/access/disclosures/" + asked.id()))
                      .body(asked);
                }));
  }

  /** Whoever asks must be able to come across the version; otherwise asking would tell of it. */
  private void requireFound(PersonId person, @Nullable VersionId version) {
    if (version != null
        && !decisions
            .decide(List.of(new Question(person, Action.FIND, new Target.OfVersion(version))))
            .getFirst()
            .permitted()) {
      throw Problem.notFound();
    }
  }

  @GetMapping("/api/access/cases/{case}/disclosures")
  Page<DisclosureSummary> list(
      @PathVariable("case") CaseId caseId,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable String after,
      Caller caller) {
    PageRequest page = PageRequest.of(limit, after);
    Optional<DisclosureId> from = page.after().map(DisclosureController::cursor);
    DisclosureViews.Viewer viewer = viewer(caseId, caller);
    return decisions.permitted(
        caller.person(),
        viewer.view(),
        new Target.OfCase(caseId),
        () -> views.page(caseId, from, page.limit(), viewer));
  }

  @GetMapping("/api/access/disclosures/{id}")
  ResponseEntity<DisclosureSummary> one(@PathVariable DisclosureId id, Caller caller) {
    DisclosureStore.Requested requested = requireShown(id, caller);
    DisclosureViews.Viewer viewer = viewer(requested.caseId(), caller);
    DisclosureSummary shown =
        decisions.permitted(
            caller.person(),
            viewer.view(),
            new Target.OfCase(requested.caseId()),
            () -> views.summary(requested, viewer));
    return ResponseEntity.ok().eTag(views.entityTag(shown)).body(shown);
  }

  /** A decision is on what the officer saw: everything in it, and that nothing moved since. */
  @PostMapping("/api/access/disclosures/{id}/decisions")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<DisclosureSummary> decide(
      @PathVariable DisclosureId id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody DecideDisclosure.WantedDecision wanted,
      Caller caller) {
    DisclosureStore.Requested requested = requireShown(id, caller);
    requireFound(caller.person(), requested.version());
    DisclosureViews.Viewer viewer = viewer(requested.caseId(), caller);
    DisclosureSummary decided =
        decisions.permitted(
            caller.person(),
            Action.DECIDE_DISCLOSURE,
            new Target.OfDisclosure(
                requested.caseId(), requested.requester(), requested.recipient()),
            () -> {
              disclosures.lock(requested.caseId());
              new Seen(ifMatch).require(views.entityTag(views.summary(requested, viewer)), CHANGED);
              disclosures.decide(requested, wanted.checked(clock.instant()), caller.person());
              return views.summary(requested, viewer);
            });
    return ResponseEntity.status(HttpStatus.CREATED).eTag(views.entityTag(decided)).body(decided);
  }

  /**
   * A disclosure that the caller is shown. One that is not there and one that is hidden leave the
   * same single refusal, under an id that is no case's (rule 2).
   */
  private DisclosureStore.Requested requireShown(DisclosureId id, Caller caller) {
    Optional<DisclosureStore.Requested> shown =
        disclosures.find(id).filter(it -> isShown(it, viewer(it.caseId(), caller)));
    if (shown.isEmpty()) {
      decisions.decide(
          List.of(
              new Question(
                  caller.person(),
                  Action.READ_DISCLOSURES,
                  new Target.OfCase(new CaseId(id.value())))));
    }
    return shown.orElseThrow(Problem::notFound);
  }

  private boolean isShown(DisclosureStore.Requested requested, DisclosureViews.Viewer viewer) {
    return decisions.isOpenTo(viewer.person(), viewer.view(), requested.caseId())
        && views.isShown(requested, viewer);
  }

  private DisclosureViews.Viewer viewer(CaseId caseId, Caller caller) {
    return new DisclosureViews.Viewer(
        caller.person(), decisions.widest(caller.person(), caseId, VIEWS));
  }

  private static DisclosureId cursor(String after) {
    try {
      return DisclosureId.from(after);
    } catch (IllegalArgumentException notACursor) {
      throw Problem.invalid("after", "is not a cursor that this list gave out.");
    }
  }
}
