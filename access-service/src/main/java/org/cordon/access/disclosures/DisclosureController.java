package org.cordon.access.disclosures;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cordon.access.decisions.Decisions;
import org.cordon.access.decisions.Facts;
import org.cordon.access.decisions.Moment;
import org.cordon.access.decisions.Question;
import org.cordon.access.decisions.Target;
import org.cordon.access.policies.Action;
import org.cordon.access.policies.PersonFacts;
import org.cordon.access.policies.Policies;
import org.cordon.access.policies.ResourceFacts;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.idempotency.IdempotentRequests;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.DisclosureId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.paging.PageRequest;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.Caller;
import org.jspecify.annotations.Nullable;
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

  private final Disclosures disclosures;
  private final Decisions decisions;
  private final Facts facts;
  private final Policies policies;
  private final IdempotentRequests requests;
  private final Clock clock;

  DisclosureController(
      Disclosures disclosures,
      Decisions decisions,
      Facts facts,
      Policies policies,
      IdempotentRequests requests,
      Clock clock) {
    this.disclosures = disclosures;
    this.decisions = decisions;
    this.facts = facts;
    this.policies = policies;
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
    Action view = decisions.widest(caller.person(), caseId, VIEWS);
    return decisions.permitted(
        caller.person(),
        view,
        new Target.OfCase(caseId),
        () -> page(caseId, from, page.limit(), view, facts.of(caller.person())));
  }

  @GetMapping("/api/access/disclosures/{id}")
  DisclosureSummary one(@PathVariable DisclosureId id, Caller caller) {
    CaseId caseId = caseOf(id);
    Action view = decisions.widest(caller.person(), caseId, VIEWS);
    return decisions.permitted(
        caller.person(),
        view,
        new Target.OfCase(caseId),
        () ->
            disclosures
                .find(id)
                .map(disclosures::summary)
                .filter(it -> isShown(it, view, facts.of(caller.person())))
                .map(it -> shown(it, view))
                .orElseThrow(Problem::notFound));
  }

  @PostMapping("/api/access/disclosures/{id}/decisions")
  @ResponseStatus(HttpStatus.CREATED)
  DisclosureSummary decide(
      @PathVariable DisclosureId id,
      @RequestBody DecideDisclosure.WantedDecision wanted,
      Caller caller) {
    Optional<DisclosureStore.Requested> found = disclosures.find(id);
    requireFound(
        caller.person(),
        found.map(DisclosureStore.Requested::version).orElseGet(() -> new VersionId(id.value())));
    Target target =
        found
            .<Target>map(it -> new Target.OfDisclosure(it.caseId(), it.requester(), it.recipient()))
            .orElseGet(() -> new Target.OfCase(caseOf(id)));
    return decisions.permitted(
        caller.person(),
        Action.DECIDE_DISCLOSURE,
        target,
        () ->
            disclosures.decide(
                found.orElseThrow(Problem::notFound),
                wanted.checked(clock.instant()),
                caller.person()));
  }

  /** The case of a disclosure; of an unknown one an id that is no case, so that it is refused. */
  private CaseId caseOf(DisclosureId id) {
    return disclosures
        .find(id)
        .map(DisclosureStore.Requested::caseId)
        .orElseGet(() -> new CaseId(id.value()));
  }

  /** As many as a page holds of those that are shown to this person. */
  private Page<DisclosureSummary> page(
      CaseId caseId, Optional<DisclosureId> after, int limit, Action view, PersonFacts person) {
    List<DisclosureSummary> shown = new ArrayList<>();
    Optional<DisclosureId> from = after;
    while (true) {
      List<DisclosureStore.Requested> read = disclosures.of(caseId, from, limit);
      for (DisclosureStore.Requested requested : read) {
        DisclosureSummary summary = disclosures.summary(requested);
        if (isShown(summary, view, person)) {
          if (shown.size() == limit) {
            return new Page<>(shown, shown.getLast().id().toString());
          }
          shown.add(shown(summary, view));
        }
      }
      if (read.size() < limit) {
        return Page.whole(shown);
      }
      from = Optional.of(read.getLast().id());
    }
  }

  /** Whom it is to is not told what was thought and said about it. */
  private static DisclosureSummary shown(DisclosureSummary disclosure, Action view) {
    return view == Action.READ_OWN_DISCLOSURES ? disclosure.withoutHistory() : disclosure;
  }

  private boolean isShown(DisclosureSummary disclosure, Action view, PersonFacts person) {
    boolean theirs =
        switch (view) {
          case READ_DISCLOSURES -> true;
          case ASK_DISCLOSURE -> disclosure.requester().equals(person.person());
          default ->
              disclosure.recipient().equals(person.person())
                  && disclosure.state() == DisclosureState.APPROVED;
        };
    return theirs
        && facts.labelsOf(Set.of(disclosure.version()), Moment.NOW).values().stream()
            .anyMatch(labels ->
                policies
                    .decide(person, Action.FIND, new ResourceFacts.OfVersion(labels))
                    .permitted());
  }

  private static DisclosureId cursor(String after) {
    try {
      return DisclosureId.from(after);
    } catch (IllegalArgumentException notACursor) {
      throw Problem.invalid("after", "is not a cursor that this list gave out.");
    }
  }
}
