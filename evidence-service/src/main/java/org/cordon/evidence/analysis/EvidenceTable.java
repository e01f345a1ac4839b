package org.cordon.evidence.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.tables.Csv;
import org.jspecify.annotations.Nullable;

/**
 * The findings with their evidence.
 *
 * @param next the paper after which the next part goes on, null at the end
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record EvidenceTable(List<EvidencedFinding> findings, @Nullable ItemId next) {
  EvidenceTable {
    findings = List.copyOf(findings);
  }

  /** A finding; its passages in their order, with or without evidence. */
  record EvidencedFinding(
      ItemId paper, VersionId version, String title, List<EvidencedPassage> passages) {}

  /**
   * A passage and what it cites of that which the person may find.
   *
   * @param text plain, at most {@value CaseAnalysis#MAX_TEXT} characters
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record EvidencedPassage(
      PassageId passage, @Nullable String section, String text, List<FoundSource> sources) {}

  /**
   * A cited item.
   *
   * @param page of a document, from 1
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record FoundSource(VersionId version, ItemId item, String title, @Nullable Integer page) {}

  /** The same as a table for a spreadsheet: a row for each source, and one for what has none. */
  String csv() {
    Csv csv = new Csv("finding", "section", "passage", "text", "source", "item", "version", "page");
    for (EvidencedFinding finding : findings) {
      for (EvidencedPassage passage : finding.passages()) {
        if (passage.sources().isEmpty()) {
          csv.row(
              finding.title(),
              passage.section(),
              passage.passage(),
              passage.text(),
              null,
              null,
              null,
              null);
        }
        for (FoundSource source : passage.sources()) {
          csv.row(
              finding.title(),
              passage.section(),
              passage.passage(),
              passage.text(),
              source.title(),
              source.item(),
              source.version(),
              source.page());
        }
      }
    }
    return csv.text();
  }
}
