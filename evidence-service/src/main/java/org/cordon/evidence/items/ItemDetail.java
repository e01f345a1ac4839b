package org.cordon.evidence.items;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.cordon.evidence.custody.CustodyEntry;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/** An item in full, as far as the person may see it: versions, metadata, custody. */
public record ItemDetail(
    @JsonUnwrapped ItemSummary summary,
    @Nullable String description,
    List<VersionDetail> versions,
    List<Extracts.MetadataEntry> metadata,
    List<CustodyLine> custody) {

  /** One version that the person may find, newest first. */
  public record VersionDetail(
      VersionId id,
      int number,
      String sha256,
      long size,
      String mediaType,
      String fileName,
      Instant receivedAt,
      PersonId receivedBy,
      String state,
      @Nullable String failure) {

    static VersionDetail of(Version version) {
      return new VersionDetail(
          version.id(),
          version.number(),
          version.received().content().sha256(),
          version.received().content().size(),
          version.mediaType(),
          version.received().fileName(),
          version.received().at(),
          version.received().by(),
          version.state().code(),
          version.state().failure().orElse(null));
    }
  }

  /** One event in the life of one of those versions, oldest first. */
  public record CustodyLine(
      Instant at,
      VersionId version,
      CustodyEntry.Event event,
      @Nullable PersonId person,
      String sha256,
      String detail) {

    static CustodyLine of(CustodyEntry entry) {
      return new CustodyLine(
          entry.at(),
          entry.version(),
          entry.event(),
          entry.person().orElse(null),
          entry.sha256(),
          entry.detail());
    }
  }
}
