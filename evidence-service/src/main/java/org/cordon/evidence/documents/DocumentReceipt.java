package org.cordon.evidence.documents;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.cordon.evidence.items.Version;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;

/** What the sender of a document gets: proof of what was received. */
public record DocumentReceipt(
    ItemId item,
    VersionId version,
    int number,
    @JsonProperty("case") CaseId caseId,
    String title,
    String state,
    String sha256,
    long size,
    Instant receivedAt) {

  static DocumentReceipt of(Version version) {
    return new DocumentReceipt(
        version.item(),
        version.id(),
        version.number(),
        version.caseId(),
        version.particulars().title(),
        version.state().code(),
        version.received().content().sha256(),
        version.received().content().size(),
        version.received().at());
  }
}
