package org.cordon.search.following;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;

/**
 * A stretch of evidence-service's feed.
 *
 * @param changes in order of position
 * @param position the last position in {@code changes}, or the one asked from when there are none
 */
record EvidenceChanges(List<EvidenceChange> changes, long position) {
  EvidenceChanges {
    changes = List.copyOf(changes);
  }

  /** A version that was registered, or whose state moved on. */
  record EvidenceChange(
      long position, VersionId version, ItemId item, @JsonProperty("case") CaseId caseId) {}
}
