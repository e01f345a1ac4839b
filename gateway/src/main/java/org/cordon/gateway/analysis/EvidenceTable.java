package org.cordon.gateway.analysis;

import java.util.List;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/** The findings with the sources that whoever looks may find. */
record EvidenceTable(List<EvidencedFinding> findings) {

  /** A finding, passage by passage. */
  record EvidencedFinding(ItemId paper, List<EvidencedPassage> passages) {}

  /** A passage and its sources. */
  record EvidencedPassage(
      PassageId passage, @Nullable String section, String text, List<FoundSource> sources) {

    /** The title of its section. */
    public String sectionTitle() {
      return CaseAnalysis.sectionTitle(section);
    }
  }

  /** An item that is cited. */
  record FoundSource(VersionId version, ItemId item, String title, @Nullable Integer page) {}

  /** The passages of a finding; none when it is not in the table. */
  public List<EvidencedPassage> of(ItemId finding) {
    return findings.stream()
        .filter(it -> it.paper().equals(finding))
        .findFirst()
        .map(EvidencedFinding::passages)
        .orElse(List.of());
  }
}
