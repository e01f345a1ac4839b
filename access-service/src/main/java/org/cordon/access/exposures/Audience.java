package org.cordon.access.exposures;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cordon.access.decisions.Facts;
import org.cordon.access.decisions.Moment;
import org.cordon.access.disclosures.Disclosures;
import org.cordon.access.labels.Labels;
import org.cordon.access.ledger.Exposure;
import org.cordon.access.ledger.ExposureQuery;
import org.cordon.access.ledger.Ledger;
import org.cordon.access.people.People;
import org.cordon.access.policies.Action;
import org.cordon.access.policies.PersonFacts;
import org.cordon.access.policies.Policies;
import org.cordon.access.policies.ResourceFacts;
import org.cordon.access.policies.Verdict;
import org.cordon.access.proceedings.Proceedings;
import org.cordon.access.standings.Standings;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.springframework.stereotype.Component;

/**
 * Works out who can see an item, who could have seen it and who did. The past is worked out with
 * the facts as they were known then and the policies as they are now: at each moment at which a
 * fact changed, everybody is asked about anew. Nobody is left out: whoever was ever in the case is
 * listed, and so is whoever the ledger says was shown it.
 */
@Component
class Audience {
  private static final int SIGHTINGS_AT_ONCE = 1_000;
  private static final String NOTHING_OPENS_IT =
      "No role that they have in this case opens it to them.";

  private final Facts facts;
  private final Policies policies;
  private final Labels labels;
  private final People people;
  private final Proceedings proceedings;
  private final Standings standings;
  private final Disclosures disclosures;
  private final Ledger ledger;
  private final Clock clock;

  Audience(
      Facts facts,
      Policies policies,
      Labels labels,
      People people,
      Proceedings proceedings,
      Standings standings,
      Disclosures disclosures,
      Ledger ledger,
      Clock clock) {
    this.facts = facts;
    this.policies = policies;
    this.labels = labels;
    this.people = people;
    this.proceedings = proceedings;
    this.standings = standings;
    this.disclosures = disclosures;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * The audience of an item of a case that holds these versions, oldest first; only of those whose
   * labels this reader may see.
   */
  AudienceSummary of(
      CaseId caseId, ItemId item, List<VersionId> all, Optional<Instant> asked, PersonId reader) {
    List<VersionId> versions = open(all, reader);
    Instant before = asked.orElseGet(clock::instant);
    Map<PersonId, List<AudienceSummary.Sighting>> saw =
        sightings(caseId, item, Set.copyOf(versions), before);
    Map<PersonId, String> names = new HashMap<>(people.everIn(caseId));
    Set<PersonId> everybody = new TreeSet<>(Comparator.comparing(PersonId::toString));
    everybody.addAll(names.keySet());
    everybody.addAll(saw.keySet());
    Map<PersonId, List<AudienceSummary.Stretch>> could =
        stretches(everybody, versions, moments(caseId, versions, before));
    Map<PersonId, PersonFacts> known = facts.of(everybody, Moment.NOW);
    List<VersionLabels> held = newestFirst(facts.labelsOf(Set.copyOf(versions), Moment.NOW));
    List<AudienceSummary.Member> members =
        everybody.stream()
            .map(person ->
                member(
                    known.getOrDefault(person, PersonFacts.unknown(person)),
                    caseId,
                    Optional.ofNullable(names.get(person)),
                    held,
                    could.getOrDefault(person, List.of()),
                    saw.getOrDefault(person, List.of())))
            .sorted(Comparator.comparing(it -> String.valueOf(it.personName())))
            .toList();
    return new AudienceSummary(item, caseId, before, members);
  }

  private List<VersionId> open(List<VersionId> versions, PersonId reader) {
    PersonFacts known = facts.of(reader);
    Map<VersionId, VersionLabels> held = facts.labelsOf(Set.copyOf(versions), Moment.NOW);
    return versions.stream()
        .filter(it ->
            Optional.ofNullable(held.get(it)).stream()
                .anyMatch(one -> decide(known, Action.READ_LABELS, one).permitted()))
        .toList();
  }

  private AudienceSummary.Member member(
      PersonFacts person,
      CaseId caseId,
      Optional<String> name,
      List<VersionLabels> newestFirst,
      List<AudienceSummary.Stretch> could,
      List<AudienceSummary.Sighting> saw) {
    Optional<VersionId> readable =
        newestFirst.stream()
            .filter(it -> decide(person, Action.READ, it).permitted())
            .map(VersionLabels::version)
            .findFirst();
    return new AudienceSummary.Member(
        person.person(),
        name.orElse(null),
        List.copyOf(person.rolesIn(caseId)),
        readable.isPresent(),
        newestFirst.stream().anyMatch(it -> decide(person, Action.FIND, it).permitted()),
        readable.orElse(null),
        newestFirst.stream()
            .findFirst()
            .map(it -> reasons(decide(person, Action.READ, it)))
            .orElse(List.of()),
        could,
        saw);
  }

  private List<AudienceSummary.Reason> reasons(Verdict verdict) {
    return verdict.policies().isEmpty()
        ? List.of(new AudienceSummary.Reason("", NOTHING_OPENS_IT, false))
        : verdict.policies().stream()
            .map(id ->
                new AudienceSummary.Reason(
                    id, policies.reasons().getOrDefault(id, id), verdict.permitted()))
            .toList();
  }

  /** For each person the times in which they could have read each version. */
  private Map<PersonId, List<AudienceSummary.Stretch>> stretches(
      Set<PersonId> everybody, List<VersionId> versions, List<Instant> moments) {
    Map<PersonId, Stretches> open = new HashMap<>();
    for (Instant moment : moments) {
      Map<PersonId, PersonFacts> known = facts.of(everybody, Moment.at(moment));
      Map<VersionId, VersionLabels> held = facts.labelsOf(Set.copyOf(versions), Moment.at(moment));
      known.forEach((person, then) -> {
        Stretches theirs = open.computeIfAbsent(person, _ -> new Stretches());
        held.values()
            .forEach(
                it -> theirs.at(moment, it, theirs.remembered(then, it, () -> readable(then, it))));
      });
    }
    return open.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().all()));
  }

  /** Every moment before this one at which something changed that seeing the item rests on. */
  private List<Instant> moments(CaseId caseId, List<VersionId> versions, Instant before) {
    return Stream.of(
            labels.moments(versions),
            people.moments(caseId),
            proceedings.moments(caseId),
            standings.moments(caseId),
            disclosures.moments(versions))
        .flatMap(List::stream)
        .filter(moment -> moment.isBefore(before))
        .distinct()
        .sorted()
        .toList();
  }

  private Map<PersonId, List<AudienceSummary.Sighting>> sightings(
      CaseId caseId, ItemId item, Set<VersionId> versions, Instant before) {
    Map<PersonId, List<AudienceSummary.Sighting>> saw = new HashMap<>();
    Optional<LedgerEntryId> after = Optional.empty();
    List<Exposure> page;
    do {
      page =
          ledger.exposures(
              new ExposureQuery(
                  caseId,
                  Optional.empty(),
                  Optional.of(item),
                  Optional.of(before),
                  after,
                  SIGHTINGS_AT_ONCE));
      for (Exposure exposure : page) {
        after = Optional.of(exposure.entry());
        if (!versions.contains(exposure.version())) {
          continue;
        }
        saw.computeIfAbsent(exposure.person(), _ -> new ArrayList<>())
            .add(
                new AudienceSummary.Sighting(
                    exposure.at(),
                    exposure.version(),
                    exposure.action(),
                    exposure.delivered(),
                    exposure.entry()));
      }
    } while (page.size() == SIGHTINGS_AT_ONCE);
    return saw;
  }

  private boolean readable(PersonFacts person, VersionLabels version) {
    return decide(person, Action.READ, version).permitted();
  }

  private Verdict decide(PersonFacts person, Action action, VersionLabels version) {
    return policies.decide(person, action, new ResourceFacts.OfVersion(version));
  }

  private static List<VersionLabels> newestFirst(Map<VersionId, VersionLabels> held) {
    return held.values().stream()
        .sorted(Comparator.comparingInt(VersionLabels::number).reversed())
        .toList();
  }
}
