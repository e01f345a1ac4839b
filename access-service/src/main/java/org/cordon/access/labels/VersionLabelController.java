package org.cordon.access.labels;

import java.util.Set;
import org.cordon.access.decisions.Decisions;
import org.cordon.access.decisions.Target;
import org.cordon.access.policies.Action;
import org.cordon.platform.access.Members;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.security.Caller;
import org.cordon.platform.texts.Line;
import org.cordon.platform.texts.Prose;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The labels of a version, for the people who look after them. */
@RestController
@RequestMapping("/api/access/versions/{version}")
class VersionLabelController {
  private static final int MAX_GIVEN_BY = 200;

  private final LabelViews views;
  private final Relabelling relabelling;
  private final Circulation circulation;
  private final Decisions decisions;

  VersionLabelController(
      LabelViews views, Relabelling relabelling, Circulation circulation, Decisions decisions) {
    this.views = views;
    this.relabelling = relabelling;
    this.circulation = circulation;
    this.decisions = decisions;
  }

  /** An account to clear a version of, with the source through which it comes. */
  record WantedClearance(
      @Nullable PersonId account, @Nullable VersionId source, @Nullable String reason) {}

  /** An agency's consent, with who gave it. */
  record WantedConsent(
      @Nullable AgencyId agency, @Nullable String givenBy, @Nullable String reason) {}

  /**
   * Whom to send it to.
   *
   * @param rehearse true to be told to whom it would go, without sending
   */
  record WantedCirculation(@Nullable Set<@Nullable PersonId> people, @Nullable Boolean rehearse) {}

  @GetMapping("/labels")
  LabelView labels(@PathVariable VersionId version, Caller caller) {
    return permitted(Action.READ_LABELS, version, caller, () -> {});
  }

  @PostMapping("/labels")
  LabelView mark(
      @PathVariable VersionId version, @RequestBody MarkLabels.WantedMarks wanted, Caller caller) {
    return permitted(
        wanted.tightens() ? Action.TIGHTEN_LABELS : Action.MANAGE_LABELS,
        version,
        caller,
        () -> relabelling.mark(version, wanted.checked(), caller.person()));
  }

  @PostMapping("/clearances")
  @ResponseStatus(HttpStatus.CREATED)
  LabelView clear(
      @PathVariable VersionId version, @RequestBody WantedClearance wanted, Caller caller) {
    return permitted(
        Action.MANAGE_LABELS,
        version,
        caller,
        () ->
            relabelling.clear(
                version,
                Problem.require("source", wanted.source()),
                Problem.require("account", wanted.account()),
                Prose.require("reason", wanted.reason(), MarkLabels.MAX_REASON),
                caller.person()));
  }

  @DeleteMapping("/clearances")
  LabelView withdrawClearance(
      @PathVariable VersionId version,
      @RequestParam @Nullable VersionId source,
      @RequestParam @Nullable PersonId account,
      @RequestParam @Nullable String reason,
      Caller caller) {
    return permitted(
        Action.TIGHTEN_LABELS,
        version,
        caller,
        () ->
            relabelling.withdrawClearance(
                version,
                Problem.require("source", source),
                Problem.require("account", account),
                Prose.require("reason", reason, MarkLabels.MAX_REASON),
                caller.person()));
  }

  @PostMapping("/consents")
  @ResponseStatus(HttpStatus.CREATED)
  LabelView consent(
      @PathVariable VersionId version, @RequestBody WantedConsent wanted, Caller caller) {
    return permitted(
        Action.MANAGE_LABELS,
        version,
        caller,
        () ->
            relabelling.consent(
                version,
                Problem.require("agency", wanted.agency()),
                Line.require("givenBy", wanted.givenBy(), MAX_GIVEN_BY),
                Prose.require("reason", wanted.reason(), MarkLabels.MAX_REASON),
                caller.person()));
  }

  @DeleteMapping("/sources/{source}")
  LabelView removeSource(
      @PathVariable VersionId version,
      @PathVariable VersionId source,
      @RequestParam @Nullable String reason,
      Caller caller) {
    return permitted(
        Action.MANAGE_LABELS,
        version,
        caller,
        () ->
            relabelling.removeSource(
                version,
                source,
                Prose.require("reason", reason, MarkLabels.MAX_REASON),
                caller.person()));
  }

  @PostMapping("/circulations")
  Circulation.Outcome circulate(
      @PathVariable VersionId version, @RequestBody WantedCirculation wanted, Caller caller) {
    return decisions.permitted(
        caller.person(),
        Action.CIRCULATE,
        new Target.OfVersion(version),
        () ->
            circulation.circulate(
                version,
                Members.some("people", wanted.people()),
                Boolean.TRUE.equals(wanted.rehearse()),
                caller.person()));
  }

  private LabelView permitted(Action action, VersionId version, Caller caller, Runnable work) {
    return decisions.permitted(
        caller.person(),
        action,
        new Target.OfVersion(version),
        () -> {
          work.run();
          return views.view(version, caller.person());
        });
  }
}
