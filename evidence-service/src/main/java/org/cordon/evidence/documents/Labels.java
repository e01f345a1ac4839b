package org.cordon.evidence.documents;

import java.util.HashSet;
import java.util.Set;
import org.cordon.evidence.items.Version;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.AgencyId;

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
        metadata.originators(),
        Set.of());
  }

  /**
   * Of a later version: what its sender said and all that the version before bears (rule 4), so
   * that replacing a file never loosens anything.
   */
  static VersionLabels ofNext(Version version, DocumentMetadata metadata, VersionLabels before) {
    return new VersionLabels(
        version.id(),
        version.item(),
        version.number(),
        version.caseId(),
        version.kind(),
        union(metadata.accounts(), before.accountsOf()),
        union(metadata.matterSet(), before.matters()),
        metadata.isDelicate() || before.delicate(),
        before.quarantined(),
        union(metadata.originators(), before.originators()),
        Set.of(),
        Set.of(before.version()),
        false);
  }

  private static VersionLabels labels(
      Version version,
      Set<org.cordon.platform.ids.PersonId> accountsOf,
      Set<String> matters,
      boolean delicate,
      Set<AgencyId> originators,
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
        false,
        originators,
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
