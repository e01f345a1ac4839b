package org.cordon.evidence.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.CheckedAudience;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.springframework.stereotype.Component;

/**
 * What a person could read, by a check that is not recorded and permits nothing: what is hidden
 * leaves no trace, and what is shown is decided on.
 */
@Component
class WhatIsOpen {
  private final AccessClient access;

  WhatIsOpen(AccessClient access) {
    this.access = access;
  }

  /** Those of these versions that the person could read now. */
  Set<VersionId> of(PersonId person, CaseId caseId, Collection<VersionId> versions) {
    List<VersionId> all = new ArrayList<>(new HashSet<>(versions));
    Set<VersionId> readable = new HashSet<>();
    for (int from = 0; from < all.size(); from += CheckedAudience.MAX) {
      List<VersionId> part = all.subList(from, Math.min(from + CheckedAudience.MAX, all.size()));
      CheckedAudience checked = access.checkAudience(caseId, Set.copyOf(part), Set.of(person));
      part.stream().filter(it -> checked.isReadable(person, it)).forEach(readable::add);
    }
    return readable;
  }
}
