package org.cordon.access.labels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cordon.access.decisions.Facts;
import org.cordon.access.decisions.Moment;
import org.cordon.access.decisions.RolesHeld;
import org.cordon.access.policies.Action;
import org.cordon.access.policies.PersonFacts;
import org.cordon.access.policies.Policies;
import org.cordon.access.policies.ResourceFacts;
import org.cordon.access.policies.Verdict;
import org.cordon.platform.access.ClosedTo;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says from whom a version is kept by its labels, or would be if it had more sources, and what does
 * it: whoever would read it if it bore nothing but their own account, and does not read it as it
 * is.
 */
@Component
class Closing {
  private static final OwnLabels NOTHING =
      new OwnLabels(Set.of(), Set.of(), false, false, Set.of(), Set.of(), false);

  private final LabelStore store;
  private final OwnLabelStore own;
  private final Drafts drafts;
  private final RolesHeld roles;
  private final Facts facts;
  private final Policies policies;

  Closing(
      LabelStore store,
      OwnLabelStore own,
      Drafts drafts,
      RolesHeld roles,
      Facts facts,
      Policies policies) {
    this.store = store;
    this.own = own;
    this.drafts = drafts;
    this.roles = roles;
    this.facts = facts;
    this.policies = policies;
  }

  /** A version as it is and as it would be, and each of the parts that its labels come from. */
  private record Parts(VersionLabels now, VersionLabels then, List<Part> parts) {}

  /** Labels that come through one source; through none, where they are the version's own. */
  private record Part(Optional<VersionId> source, VersionLabels labels) {}

  /**
   * The people of the case from whom it is kept.
   *
   * @throws Problem NOT_FOUND when the version is not registered; INVALID when one of the sources
   *     is not registered in its case
   */
  @Transactional(readOnly = true)
  ClosedTo of(VersionId version, Set<VersionId> addSources) {
    Parts parts = parts(version, addSources);
    return new ClosedTo(
        facts.of(roles.peopleIn(parts.now().caseId()), Moment.NOW).values().stream()
            .filter(person -> opensOtherwise(person, parts.now()))
            .flatMap(person -> closed(person, parts))
            .sorted(Comparator.comparing(it -> it.person().toString()))
            .toList());
  }

  private Stream<ClosedTo.ClosedPerson> closed(PersonFacts person, Parts parts) {
    Verdict then = read(person, parts.then());
    if (then.permitted()) {
      return Stream.empty();
    }
    List<ClosedTo.ClosingCause> causes = new ArrayList<>();
    for (Part part : parts.parts()) {
      Verdict alone = read(person, joined(base(person, parts.now()), part.labels()));
      if (!alone.permitted()) {
        Set<PersonId> others = new HashSet<>(part.labels().accountsOf());
        others.remove(person.person());
        causes.add(new ClosedTo.ClosingCause(part.source().orElse(null), others, alone.policies()));
      }
    }
    return Stream.of(
        new ClosedTo.ClosedPerson(
            person.person(),
            person.rolesIn(parts.then().caseId()).stream().map(Enum::name).toList(),
            read(person, parts.now()).permitted(),
            then.policies(),
            causes));
  }

  private boolean opensOtherwise(PersonFacts person, VersionLabels labels) {
    return read(person, base(person, labels)).permitted();
  }

  private Verdict read(PersonFacts person, VersionLabels labels) {
    return policies.decide(person, Action.READ, new ResourceFacts.OfVersion(labels));
  }

  private Parts parts(VersionId version, Set<VersionId> addSources) {
    VersionLabels now =
        store.labelsOf(Set.of(version), Moment.NOW).values().stream()
            .findFirst()
            .orElseThrow(Problem::notFound);
    Map<VersionId, VersionLabels> added = store.labelsOf(addSources, Moment.NOW);
    if (added.size() < addSources.size()
        || added.values().stream().anyMatch(it -> !it.caseId().equals(now.caseId()))) {
      throw Problem.invalid("addSources", "names a version that is not registered in this case.");
    }
    Set<VersionId> all = new HashSet<>(own.sources(version));
    all.addAll(addSources);
    Map<VersionId, VersionLabels> sources = store.labelsOf(all, Moment.NOW);
    Map<VersionId, Set<PersonId>> cleared = own.cleared(version);
    Inheritance whole =
        new Inheritance(own.require(version), sources.values(), cleared, own.consents(version));
    List<Part> parts = new ArrayList<>();
    parts.add(
        new Part(
            Optional.empty(),
            new Inheritance(own.require(version), List.of(), Map.of(), own.consents(version))
                .of(now)));
    sources.values().stream()
        .sorted(Comparator.comparing(it -> it.version().toString()))
        .forEach(source ->
            parts.add(
                new Part(
                    Optional.of(source.version()),
                    new Inheritance(NOTHING, List.of(source), cleared, own.consents(version))
                        .of(now))));
    return new Parts(now, drafts.isDraft(version) ? whole.ofDraft(now) : whole.of(now), parts);
  }

  /** The version if it bore nothing but this person's own account, where it holds that. */
  private static VersionLabels base(PersonFacts person, VersionLabels labels) {
    Set<PersonId> theirs = new HashSet<>(labels.accountsOf());
    theirs.retainAll(Set.of(person.person()));
    return new Inheritance(
            new OwnLabels(
                theirs,
                Set.of(),
                false,
                false,
                Set.of(),
                labels.circulatedTo(),
                labels.publishedToBoard()),
            List.of(),
            Map.of(),
            Set.of())
        .of(labels);
  }

  /** That with what comes from one part. */
  private static VersionLabels joined(VersionLabels base, VersionLabels part) {
    return new Inheritance(
            new OwnLabels(
                base.accountsOf(),
                base.matters(),
                base.delicate(),
                base.quarantined(),
                base.originators(),
                base.circulatedTo(),
                base.publishedToBoard()),
            List.of(part),
            Map.of(),
            Set.of())
        .of(base);
  }
}
