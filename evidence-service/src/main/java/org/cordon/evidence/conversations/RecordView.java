package org.cordon.evidence.conversations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.cordon.evidence.passages.ShownPassage;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * A version of a record, as the participant and the reviewers read it.
 *
 * @param newest whether there is no later version that is open to the reader
 * @param quarantined what is kept out of it, in words; empty when nothing is
 * @param confirmed the participant's confirmation of this very version; null while there is none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record RecordView(
    ItemId item,
    VersionId version,
    int number,
    boolean newest,
    String title,
    String sha256,
    Instant startedAt,
    Instant endedAt,
    String present,
    List<ShownPassage> passages,
    String quarantined,
    @Nullable Confirmation confirmed) {
  RecordView {
    passages = List.copyOf(passages);
  }

  /** The participant says that this is what they said (rule 12). */
  record Confirmation(PersonId by, Instant at) {}
}
