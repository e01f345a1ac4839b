package org.cordon.access.exposures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cordon.access.decisions.Facts;
import org.cordon.access.decisions.Moment;
import org.cordon.access.labels.Labels;
import org.cordon.access.ledger.Exposure;
import org.cordon.access.ledger.ExposureQuery;
import org.cordon.access.ledger.Ledger;
import org.cordon.access.people.People;
import org.cordon.access.policies.Action;
import org.cordon.access.policies.PersonFacts;
import org.cordon.access.policies.Policies;
import org.cordon.access.policies.ResourceFacts;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.springframework.stereotype.Component;

/**
 * Who was shown what, for one who asks. Somebody with names in view sees no row of a version that
 * they could not come across themselves: that it was shown would tell them that it is there (rule
 * 2).
 */
@Component
class Sightings {
  private static final int CHUNK = 1_000;

  private final Ledger ledger;
  private final Facts facts;
  private final Policies policies;
  private final Labels labels;
  private final People people;

  Sightings(Ledger ledger, Facts facts, Policies policies, Labels labels, People people) {
    this.ledger = ledger;
    this.facts = facts;
    this.policies = policies;
    this.labels = labels;
    this.people = people;
  }

  /**
   * Some rows, newest first.
   *
   * @param next the entry after which the following ones come; empty at the end
   */
  record Rows(List<ExposureSummary> rows, Optional<LedgerEntryId> next) {
    Rows {
      rows = List.copyOf(rows);
    }
  }

  /**
   * As many rows as the query's limit, if there are so many.
   *
   * @param view READ_EXPOSURES, READ_EXPOSURE_IDS or READ_OWN_EXPOSURES
   */
  Rows rows(ExposureQuery query, Action view, PersonId viewer) {
    PersonFacts known = facts.of(viewer);
    List<Exposure> shown = new ArrayList<>();
    ExposureQuery next = inChunks(query, query.after());
    while (true) {
      List<Exposure> read = ledger.exposures(next);
      Set<VersionId> open = open(read, view, known);
      for (Exposure exposure : read) {
        if (open.contains(exposure.version())) {
          if (shown.size() == query.limit()) {
            return new Rows(
                summaries(query.caseId(), shown, view), Optional.of(shown.getLast().entry()));
          }
          shown.add(exposure);
        }
      }
      if (read.size() < CHUNK) {
        return new Rows(summaries(query.caseId(), shown, view), Optional.empty());
      }
      next = inChunks(query, Optional.of(read.getLast().entry()));
    }
  }

  /** Read in steps of one size, so that a small page does not step over hidden rows one by one. */
  private static ExposureQuery inChunks(ExposureQuery query, Optional<LedgerEntryId> after) {
    return new ExposureQuery(
        query.caseId(), query.person(), query.item(), query.before(), after, CHUNK);
  }

  private Set<VersionId> open(List<Exposure> read, Action view, PersonFacts viewer) {
    Set<VersionId> all = read.stream().map(Exposure::version).collect(Collectors.toSet());
    if (view != Action.READ_EXPOSURES) {
      return all;
    }
    return facts.labelsOf(all, Moment.NOW).values().stream()
        .filter(
            it -> policies.decide(viewer, Action.FIND, new ResourceFacts.OfVersion(it)).permitted())
        .map(VersionLabels::version)
        .collect(Collectors.toSet());
  }

  private List<ExposureSummary> summaries(CaseId caseId, List<Exposure> shown, Action view) {
    List<Set<PersonId>> accounts =
        view == Action.READ_OWN_EXPOSURES
            ? shown.stream().map(_ -> Set.<PersonId>of()).toList()
            : labels.accountsAt(
                shown.stream().map(it -> new Labels.At(it.version(), it.at())).toList());
    Map<PersonId, String> names = new HashMap<>();
    if (view != Action.READ_EXPOSURE_IDS) {
      names.putAll(
          people.names(
              caseId,
              Stream.concat(
                      shown.stream().map(Exposure::person), accounts.stream().flatMap(Set::stream))
                  .collect(Collectors.toSet())));
    }
    List<ExposureSummary> summaries = new ArrayList<>(shown.size());
    for (int i = 0; i < shown.size(); i++) {
      summaries.add(
          ExposureSummary.of(
              shown.get(i),
              names.get(shown.get(i).person()),
              accounts.get(i).stream()
                  .map(person -> new ExposureSummary.HeldAccount(person, names.get(person)))
                  .toList()));
    }
    return summaries;
  }
}
