package org.cordon.gateway.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/** What search-service found for the person. */
public record Found(
    long total,
    List<Hit> hits,
    Map<String, List<Count>> facets,
    List<Month> timeline,
    @Nullable String next) {

  /** One item. */
  public record Hit(
      ItemId item,
      VersionId version,
      int number,
      @JsonProperty("case") CaseId caseId,
      String kind,
      String title,
      @Nullable LocalDate date,
      @Nullable AgencyId agency,
      @Nullable String author,
      @Nullable String documentType,
      List<Snippet> snippets) {}

  /** A passage of its text, in parts. */
  public record Snippet(List<Part> parts) {

    /** Its words, without saying which of them match. */
    public String words() {
      return parts.stream().map(Part::text).collect(Collectors.joining()).strip();
    }
  }

  /** Some words, matching or around a match. */
  public record Part(String text, boolean match) {}

  /** How many items have this value. */
  public record Count(String value, long count) {}

  /** How many items are from this month. */
  public record Month(YearMonth month, long count) {}
}
