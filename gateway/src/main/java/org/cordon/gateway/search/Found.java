package org.cordon.gateway.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.jspecify.annotations.Nullable;

/** What search-service found for the person. */
record Found(
    long total,
    List<Hit> hits,
    Map<String, List<Count>> facets,
    List<Month> timeline,
    @Nullable String next) {

  /** One item. */
  record Hit(
      ItemId item,
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
  record Snippet(List<Part> parts) {}

  /** Some words, matching or around a match. */
  record Part(String text, boolean match) {}

  /** How many items have this value. */
  record Count(String value, long count) {}

  /** How many items are from this month. */
  record Month(YearMonth month, long count) {}
}
