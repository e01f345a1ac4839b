package org.cordon.search.searching;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param total the exact number of items, over all pages
 * @param next the cursor of the next page, or null at the end
 */
public record SearchAnswer(
    long total, List<Hit> hits, Facets facets, List<Month> timeline, @Nullable String next) {

  /** Nothing: for a case where the person may find nothing as for one that does not exist. */
  static final SearchAnswer NOTHING = new SearchAnswer(0, List.of(), Facets.NONE, List.of(), null);

  public SearchAnswer {
    hits = List.copyOf(hits);
    timeline = List.copyOf(timeline);
  }

  /** One item, in the highest version among those that match and that the person may find. */
  public record Hit(
      ItemId item,
      VersionId version,
      int number,
      @JsonProperty("case") CaseId caseId,
      ItemKind kind,
      String title,
      @Nullable LocalDate date,
      @Nullable AgencyId agency,
      @Nullable String author,
      @Nullable String documentType,
      List<Snippet> snippets) {
    public Hit {
      snippets = List.copyOf(snippets);
    }
  }

  /** A passage of the text, in parts that put together are the passage. */
  public record Snippet(List<Part> parts) {
    public Snippet {
      parts = List.copyOf(parts);
    }
  }

  /** Plain text; {@code match} where it is what was looked for. */
  public record Part(String text, boolean match) {}

  /** How the items found divide; at most 100 values each, the most frequent first. */
  public record Facets(
      @JsonProperty("case") List<Count> caseId,
      List<Count> kind,
      List<Count> agency,
      List<Count> documentType) {
    static final Facets NONE = new Facets(List.of(), List.of(), List.of(), List.of());

    public Facets {
      caseId = List.copyOf(caseId);
      kind = List.copyOf(kind);
      agency = List.copyOf(agency);
      documentType = List.copyOf(documentType);
    }
  }

  /** A value and the number of items that have it. */
  public record Count(String value, long count) {}

  /**
   * A month, as {@code 2025-03}, and the number of items dated in it; months without any are left
   * out.
   */
  public record Month(String month, long count) {}
}
