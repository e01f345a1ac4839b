package org.cordon.evidence.documents;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.cordon.evidence.items.Version;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;

/** The labels that a version is registered with before it is visible. */
final class Labels {
  private Labels() {}

  /** Of the first version: what its sender said. */
  static VersionLabels ofNew(Version version, DocumentMetadata metadata) {
    return labels(
        version,
        metadata.accounts(),
        metadata.matterSet(),
        metadata.isDelicate(),
        metadata.originator(),
        Set.of());
  }

  /**
   * Of a later version: what its sender said and all that the version before bears (rule 4), so
   * that replacing a file never loosens anything.
   *
   * @throws Problem INVALID when another originator is named than before
   */
  static VersionLabels ofNext(Version version, DocumentMetadata metadata, VersionLabels before) {
    AgencyId originator = metadata.originator();
    if (originator != null
        && before.originator() != null
        && !Objects.equals(originator, before.originator())) {
      throw Problem.invalid("originator", "cannot change from one version to the next.");
    }
    return new VersionLabels(
        version.id(),
        version.item(),
        version.number(),
        version.caseId(),
        version.kind(),
        union(metadata.accounts(), before.accountsOf()),
        union(metadata.matterSet(), before.matters()),
        metadata.isDelicate() || before.delicate(),
        originator == null ? before.originator() : originator,
        Set.of(),
        Set.of(before.version()),
        false);
  }

  private static VersionLabels labels(
      Version version,
      Set<org.cordon.platform.ids.PersonId> accountsOf,
      Set<String> matters,
      boolean delicate,
      @Nullable AgencyId originator,
      Set<org.cordon.platform.ids.VersionId> sources) {
    return new VersionLabels(
        version.id(),
        version.item(),
        version.number(),
        version.caseId(),
        version.kind(),
        accountsOf,
        matters,
        delicate,
        originator,
        Set.of(),
        sources,
        false);
  }

  private static <T> Set<T> union(Set<T> some, Set<T> others) {
    Set<T> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }
}
