package org.cordon.evidence.overlaps;

import java.util.Set;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.VersionId;

/**
 * Names versions whose words make no source any more, because somebody who may decide so let them
 * go on elsewhere. Whoever keeps such decisions provides one.
 */
public interface NotCompared {

  /** The versions of a case that are left out. */
  Set<VersionId> in(CaseId caseId);
}
