package org.cordon.gateway.items;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;

/** One item in full, as far as the person may see it. */
public record Item(
    ItemId id,
    @JsonProperty("case") CaseId caseId,
    String kind,
    String title,
    @Nullable LocalDate date,
    @Nullable AgencyId agency,
    @Nullable String author,
    @Nullable String documentType,
    ItemState state,
    @Nullable String failure,
    VersionSummary version,
    @Nullable String description,
    List<VersionSummary> versions,
    List<Field> metadata,
    List<CustodyLine> custody) {

  /** What the file says about itself. */
  public record Field(String name, String value) {}

  /** One event in the life of the item. */
  public record CustodyLine(
      Instant at, String event, @Nullable PersonId person, @Nullable String detail) {

    /** The event in words: RECEIVED becomes "Received". */
    public String title() {
      String words = event.replace('_', ' ').toLowerCase(Locale.ROOT);
      return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
  }
}
