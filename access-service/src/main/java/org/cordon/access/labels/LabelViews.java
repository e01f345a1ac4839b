package org.cordon.access.labels;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cordon.access.decisions.Facts;
import org.cordon.access.decisions.Moment;
import org.cordon.access.people.AgencySummary;
import org.cordon.access.people.People;
import org.cordon.access.policies.Action;
import org.cordon.access.policies.PersonFacts;
import org.cordon.access.policies.Policies;
import org.cordon.access.policies.ResourceFacts;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;

/** Puts together what is shown of a version's labels. */
@Component
class LabelViews {
  private static final String NOBODY_NAMED = "A speaker whom nobody could name";

  private final LabelStore store;
  private final OwnLabelStore own;
  private final Drafts drafts;
  private final People people;
  private final Facts facts;
  private final Policies policies;

  LabelViews(
      LabelStore store,
      OwnLabelStore own,
      Drafts drafts,
      People people,
      Facts facts,
      Policies policies) {
    this.store = store;
    this.own = own;
    this.drafts = drafts;
    this.people = people;
    this.facts = facts;
    this.policies = policies;
  }

  /**
   * The labels of a version for somebody who may see them.
   *
   * @throws Problem NOT_FOUND when it is not registered
   */
  LabelView view(VersionId version, PersonId caller) {
    VersionLabels labels =
        store.labelsOf(Set.of(version), Moment.NOW).values().stream()
            .findFirst()
            .orElseThrow(Problem::notFound);
    OwnLabels ownLabels = own.require(version);
    PersonFacts reader = facts.of(caller);
    Map<VersionId, VersionLabels> sources =
        new HashMap<>(store.labelsOf(labels.sources(), Moment.NOW));
    sources
        .values()
        .removeIf(it ->
            !policies.decide(reader, Action.FIND, new ResourceFacts.OfVersion(it)).permitted());
    Map<VersionId, Set<PersonId>> cleared = own.cleared(version);
    Map<PersonId, String> names = names(labels);
    return new LabelView(
        version,
        labels.item(),
        labels.number(),
        labels.caseId(),
        labels.kind(),
        labels.accountsOf().stream()
            .map(person -> {
              List<VersionId> from =
                  sources.values().stream()
                      .filter(it -> it.accountsOf().contains(person))
                      .map(VersionLabels::version)
                      .filter(it -> !cleared.getOrDefault(it, Set.of()).contains(person))
                      .sorted(Comparator.comparing(VersionId::toString))
                      .toList();
              boolean inherited = !ownLabels.accountsOf().contains(person);
              return new LabelView.Account(person, names.get(person), inherited, from);
            })
            .sorted(Comparator.comparing(it -> String.valueOf(it.personName())))
            .toList(),
        labels.matters().stream().sorted().toList(),
        labels.delicate(),
        labels.quarantined(),
        originators(labels, ownLabels, sources.values().stream().toList()),
        labels.circulatedTo().stream()
            .map(person -> new LabelView.Recipient(person, names.get(person)))
            .sorted(Comparator.comparing(it -> String.valueOf(it.personName())))
            .toList(),
        sources.keySet().stream().sorted(Comparator.comparing(VersionId::toString)).toList(),
        store.revision(version),
        may(caller, labels));
  }

  private List<LabelView.Originator> originators(
      VersionLabels labels, OwnLabels ownLabels, List<VersionLabels> sources) {
    Map<AgencyId, String> names =
        people.agencies(labels.caseId()).stream()
            .collect(Collectors.toMap(AgencySummary::id, AgencySummary::name));
    Set<AgencyId> all = new HashSet<>(ownLabels.originators());
    sources.forEach(source -> all.addAll(source.originators()));
    return all.stream()
        .map(agency ->
            new LabelView.Originator(
                agency, names.get(agency), !labels.originators().contains(agency)))
        .sorted(Comparator.comparing(it -> String.valueOf(it.agencyName())))
        .toList();
  }

  private Map<PersonId, String> names(VersionLabels labels) {
    Set<PersonId> all = new HashSet<>(labels.accountsOf());
    all.addAll(labels.circulatedTo());
    Map<PersonId, String> names = new HashMap<>(people.names(labels.caseId(), all));
    own.findUnnamedSpeaker(labels.caseId())
        .ifPresent(speaker -> names.putIfAbsent(speaker, NOBODY_NAMED));
    return names;
  }

  private List<String> may(PersonId caller, VersionLabels labels) {
    PersonFacts person = facts.of(caller);
    ResourceFacts version = new ResourceFacts.OfVersion(labels);
    boolean frozen = !drafts.isDraft(labels.version());
    return Stream.of(
            Optional.of("tighten")
                .filter(_ -> policies.decide(person, Action.TIGHTEN_LABELS, version).permitted()),
            Optional.of("manage")
                .filter(_ -> frozen)
                .filter(_ -> policies.decide(person, Action.MANAGE_LABELS, version).permitted()),
            Optional.of("circulate")
                .filter(_ -> frozen)
                .filter(_ -> policies.decide(person, Action.CIRCULATE, version).permitted()))
        .flatMap(Optional::stream)
        .toList();
  }
}
