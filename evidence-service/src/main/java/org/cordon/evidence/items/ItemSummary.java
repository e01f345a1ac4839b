package org.cordon.evidence.items;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/** An item as a row of a list, shown as the newest version that the person may find. */
public record ItemSummary(
    ItemId id,
    @JsonProperty("case") CaseId caseId,
    ItemKind kind,
    String title,
    @Nullable LocalDate date,
    @Nullable AgencyId agency,
    @Nullable String author,
    @Nullable String documentType,
    String state,
    @Nullable String failure,
    VersionSummary version) {

  /** The version that is shown. */
  public record VersionSummary(
      VersionId id,
      int number,
      String sha256,
      long size,
      String mediaType,
      String fileName,
      Instant receivedAt) {

    static VersionSummary of(Version version) {
      return new VersionSummary(
          version.id(),
          version.number(),
          version.received().content().sha256(),
          version.received().content().size(),
          version.mediaType(),
          version.received().fileName(),
          version.received().at());
    }
  }

  static ItemSummary of(Version version) {
    Particulars particulars = version.particulars();
    return new ItemSummary(
        version.item(),
        version.caseId(),
        version.kind(),
        particulars.title(),
        particulars.date().orElse(null),
        particulars.agency().orElse(null),
        particulars.author().orElse(null),
        particulars.documentType().orElse(null),
        version.state().code(),
        version.state().failure().orElse(null),
        VersionSummary.of(version));
  }
}
