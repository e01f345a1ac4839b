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

/** What a hit is made of. */
record IndexedItem(
    VersionId version,
    ItemId item,
    int number,
    @JsonProperty("case") CaseId caseId,
    ItemKind kind,
    @Nullable String title,
    @Nullable LocalDate date,
    @Nullable AgencyId agency,
    @Nullable String author,
    @Nullable String documentType) {
  /** The fields that are fetched; the text is not among them. */
  static final List<String> FIELDS =
      List.of(
          "version",
          "item",
          "number",
          "case",
          "kind",
          "title",
          "date",
          "agency",
          "author",
          "documentType");

  SearchAnswer.Hit hit(List<SearchAnswer.Snippet> snippets) {
    return new SearchAnswer.Hit(
        item,
        version,
        number,
        caseId,
        kind,
        title == null ? "" : title,
        date,
        agency,
        author,
        documentType,
        snippets);
  }
}
