package org.cordon.access.decisions;

import java.util.Map;
import java.util.Set;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.VersionId;

/** Where decisions take the labels from. */
public interface LabelsHeld {

  /**
   * The labels of each of these versions as they are now, in one query; unregistered ones are
   * missing.
   */
  Map<VersionId, VersionLabels> labelsOf(Set<VersionId> versions);
}
