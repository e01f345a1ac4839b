package org.cordon.access.decisions;

import java.util.Map;
import java.util.Set;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.VersionId;

/** Where decisions take the labels from. */
public interface LabelsHeld {

  /**
   * The labels of each of these versions as of a moment, in one query; those unregistered then are
   * missing.
   */
  Map<VersionId, VersionLabels> labelsOf(Set<VersionId> versions, Moment moment);
}
