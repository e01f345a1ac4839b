package org.cordon.access.disclosures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cordon.access.decisions.Facts;
import org.cordon.access.decisions.Moment;
import org.cordon.access.policies.Action;
import org.cordon.access.policies.Policies;
import org.cordon.access.policies.ResourceFacts;
import org.cordon.platform.access.Filter;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.DisclosureId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.requests.Seen;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which disclosures somebody is shown, and how much of each: none of a version that they could not
 * come across otherwise (rule 2). Which are shown is worked out for many at once and before
 * anything is put together, so that neither a page nor the time that it takes tells of those that
 * are not. Nothing of it is a decision.
 */
@Component
class DisclosureViews {
  private static final int CHUNK = 500;

  private final Disclosures disclosures;
  private final Facts facts;
  private final Policies policies;
  private final JsonMapper json;

  DisclosureViews(Disclosures disclosures, Facts facts, Policies policies, JsonMapper json) {
    this.disclosures = disclosures;
    this.facts = facts;
    this.policies = policies;
    this.json = json;
  }

  /**
   * Somebody who looks.
   *
   * @param view READ_DISCLOSURES, ASK_DISCLOSURE or READ_OWN_DISCLOSURES
   */
  record Viewer(PersonId person, Action view) {}

  /** As many as a page holds, newest first, filled from those that are shown and no others. */
  Page<DisclosureSummary> page(
      CaseId caseId, Optional<DisclosureId> after, int limit, Viewer viewer) {
    List<DisclosureStore.Requested> shown = new ArrayList<>();
    Optional<DisclosureId> from = after;
    List<DisclosureStore.Requested> read;
    do {
      read = disclosures.of(caseId, from, CHUNK);
      shown.addAll(shown(read, viewer));
      from = read.isEmpty() ? from : Optional.of(read.getLast().id());
    } while (read.size() == CHUNK && shown.size() <= limit);
    List<DisclosureStore.Requested> given = shown.subList(0, Math.min(limit, shown.size()));
    return new Page<>(
        given.stream().map(it -> summary(it, viewer)).toList(),
        shown.size() > limit ? given.getLast().id().toString() : null);
  }

  /** Whether somebody is shown this one. */
  boolean isShown(DisclosureStore.Requested requested, Viewer viewer) {
    return !shown(List.of(requested), viewer).isEmpty();
  }

  /**
   * One that is shown; whom it is to is not told what was thought and said about it, nor is anybody
   * to whom the reasons are not open, but for their own.
   */
  DisclosureSummary summary(DisclosureStore.Requested requested, Viewer viewer) {
    DisclosureSummary whole = disclosures.summary(requested);
    if (viewer.view() == Action.READ_OWN_DISCLOSURES) {
      return whole.withoutHistory();
    }
    return readsReasons(requested, viewer.person()) ? whole : whole.withReasonsOf(viewer.person());
  }

  private boolean readsReasons(DisclosureStore.Requested requested, PersonId person) {
    return policies
        .decide(
            facts.of(person),
            Action.READ_REASONS,
            new ResourceFacts.OfDisclosure(
                requested.caseId(), requested.requester(), requested.recipient()))
        .permitted();
  }

  /** The entity tag of one as it is shown. */
  String entityTag(DisclosureSummary shown) {
    return Seen.entityTag(json.writeValueAsString(shown));
  }

  private List<DisclosureStore.Requested> shown(
      List<DisclosureStore.Requested> read, Viewer viewer) {
    Set<DisclosureId> approved =
        viewer.view() == Action.READ_OWN_DISCLOSURES ? disclosures.approved(read) : Set.of();
    Map<VersionId, VersionLabels> labels =
        facts.labelsOf(
            read.stream().map(DisclosureStore.Requested::version).collect(Collectors.toSet()),
            Moment.NOW);
    Filter found = policies.filter(facts.of(viewer.person()), Action.FIND);
    return read.stream()
        .filter(it ->
            switch (viewer.view()) {
              case READ_DISCLOSURES -> true;
              case ASK_DISCLOSURE -> it.requester().equals(viewer.person());
              default -> it.recipient().equals(viewer.person()) && approved.contains(it.id());
            })
        .filter(it ->
            Optional.ofNullable(labels.get(it.version())).stream()
                .anyMatch(one -> found.matches(one.fields())))
        .toList();
  }
}
