package org.cordon.evidence.conversations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.cordon.evidence.passages.ShownPassage;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;

/**
 * The open draft of a record.
 *
 * @param quarantined what is kept out of it, in words; empty when nothing is
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record RecordDraftView(
    ItemId item,
    VersionId version,
    int number,
    String title,
    List<ShownPassage> passages,
    String quarantined) {
  RecordDraftView {
    passages = List.copyOf(passages);
  }
}
