package org.cordon.evidence.items;

import org.cordon.evidence.objects.ObjectName;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;

/**
 * One immutable content of an item, with the state of its reading.
 *
 * @param number 1 for the first version of its item, then without gaps
 */
public record Version(
    VersionId id,
    ItemId item,
    int number,
    CaseId caseId,
    ItemKind kind,
    Particulars particulars,
    Received received,
    ExtractionState state) {

  /** Its media type by content; the general one while that is not known. */
  public String mediaType() {
    return state.knownMediaType().orElse("application/octet-stream");
  }

  /** Where its bytes are. */
  public ObjectName content() {
    return ObjectName.content(caseId, id);
  }
}
