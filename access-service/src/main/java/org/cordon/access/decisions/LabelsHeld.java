package org.cordon.access.decisions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.VersionId;

/** Where decisions take the labels from. */
public interface LabelsHeld {

  /**
   * The labels of each of these versions as of a moment, in one query; those unregistered then are
   * missing.
   */
  Map<VersionId, VersionLabels> labelsOf(Set<VersionId> versions, Moment moment);

  /**
   * The labels of the versions of these cases as they are now, by the id of the version.
   *
   * @param after only of versions whose id comes after this one
   * @param most at most so many
   */
  List<VersionLabels> labelsIn(Set<CaseId> cases, Optional<VersionId> after, int most);
}
