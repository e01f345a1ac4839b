package org.cordon.access.labels;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;

/**
 * What a version holds (rule 4): its own labels and those of all its sources. An account that the
 * approving officer cleared is left out where it comes through the source that it was cleared
 * through, and nowhere else, so that another source brings it back. An agency that consented to
 * this version being shown on is no longer waited for, here and in what is written from it (rule
 * 8).
 *
 * @param own without what comes from sources
 * @param sources the labels of the sources as they are now
 * @param cleared for a source the accounts that do not come through it
 * @param consents the agencies that consented
 */
record Inheritance(
    OwnLabels own,
    Collection<VersionLabels> sources,
    Map<VersionId, Set<PersonId>> cleared,
    Set<AgencyId> consents) {

  /** The labels of a version whose sources these are. */
  VersionLabels of(VersionLabels version) {
    return new VersionLabels(
        version.version(),
        version.item(),
        version.number(),
        version.caseId(),
        version.kind(),
        together(own.accountsOf(), this::accountsThrough),
        together(own.matters(), VersionLabels::matters),
        own.delicate() || sources.stream().anyMatch(VersionLabels::delicate),
        own.quarantined() || sources.stream().anyMatch(VersionLabels::quarantined),
        outstanding(together(own.originators(), VersionLabels::originators)),
        own.circulatedTo(),
        sources.stream().map(VersionLabels::version).collect(Collectors.toSet()),
        own.publishedToBoard());
  }

  /** The labels of a draft whose sources these are: what it has borne, it goes on bearing. */
  VersionLabels ofDraft(VersionLabels draft) {
    VersionLabels now = of(draft);
    return new VersionLabels(
        now.version(),
        now.item(),
        now.number(),
        now.caseId(),
        now.kind(),
        union(draft.accountsOf(), now.accountsOf()),
        union(draft.matters(), now.matters()),
        draft.delicate() || now.delicate(),
        draft.quarantined() || now.quarantined(),
        union(draft.originators(), now.originators()),
        now.circulatedTo(),
        now.sources(),
        now.publishedToBoard());
  }

  private static <T> Set<T> union(Set<T> some, Set<T> others) {
    return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
  }

  private Set<PersonId> accountsThrough(VersionLabels source) {
    Set<PersonId> through = new HashSet<>(source.accountsOf());
    through.removeAll(cleared.getOrDefault(source.version(), Set.of()));
    return through;
  }

  private Set<AgencyId> outstanding(Set<AgencyId> originators) {
    Set<AgencyId> outstanding = new HashSet<>(originators);
    outstanding.removeAll(consents);
    return outstanding;
  }

  private <T> Set<T> together(Set<T> own, Function<VersionLabels, Set<T>> ofSource) {
    return Stream.concat(own.stream(), sources.stream().map(ofSource).flatMap(Set::stream))
        .collect(Collectors.toSet());
  }
}
