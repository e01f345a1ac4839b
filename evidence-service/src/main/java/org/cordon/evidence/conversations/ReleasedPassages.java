package org.cordon.evidence.conversations;

import java.util.Set;
import org.cordon.evidence.overlaps.NotCompared;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.VersionId;
import org.springframework.stereotype.Component;

/** What the approving officer released into a record may be written on there. */
@Component
class ReleasedPassages implements NotCompared {
  private final QuarantineStore store;

  ReleasedPassages(QuarantineStore store) {
    this.store = store;
  }

  @Override
  public Set<VersionId> in(CaseId caseId) {
    return store.releasedIn(caseId);
  }
}
