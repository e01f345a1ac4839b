package org.cordon.access.decisions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;

/** Where decisions take the labels from. */
public interface LabelsHeld {

  /**
   * The labels of each of these versions as of a moment, in one query; those unregistered then are
   * missing.
   */
  Map<VersionId, VersionLabels> labelsOf(Set<VersionId> versions, Moment moment);

  /** The labels of the versions of an item as they are now, newest first, in one query. */
  List<VersionLabels> labelsOf(ItemId item);

  /**
   * The labels of the versions of these cases as they are now, by the id of the version.
   *
   * @param after only of versions whose id comes after this one
   * @param most at most so many
   */
  List<VersionLabels> labelsIn(Set<CaseId> cases, Optional<VersionId> after, int most);

  /**
   * Where a version stands in the order of a case: newest item first, and of an item the newest
   * version first.
   */
  record Place(ItemId item, int number) {
    /** Behind every version of the item, as numbers count from 1. */
    public static Place endOf(ItemId item) {
      return new Place(item, 0);
    }
  }

  /**
   * The labels of the versions of a case as they are now, in the order of their places.
   *
   * @param after only of versions behind this place
   * @param most at most so many
   */
  List<VersionLabels> newestIn(CaseId caseId, Optional<Place> after, int most);
}
