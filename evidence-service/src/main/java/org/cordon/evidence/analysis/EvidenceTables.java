package org.cordon.evidence.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cordon.evidence.papers.PaperKind;
import org.cordon.evidence.papers.ShownSources;
import org.cordon.evidence.passages.Citation;
import org.cordon.evidence.passages.Passage;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.Decision;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;

/**
 * Makes the table of findings and their evidence. A source that the person may not find is left
 * out, and nothing says that it was.
 */
@Component
class EvidenceTables {
  private final ReadablePapers papers;
  private final WhatIsOpen open;
  private final ShownSources sources;
  private final AccessClient access;

  /** A table, and the decisions that permit it. */
  record DecidedTable(EvidenceTable table, List<Decision> decisions) {}

  EvidenceTables(
      ReadablePapers papers, WhatIsOpen open, ShownSources sources, AccessClient access) {
    this.papers = papers;
    this.open = open;
    this.sources = sources;
    this.access = access;
  }

  /**
   * One part of the table, with the limits of {@link ReadablePapers}.
   *
   * @throws Problem NOT_FOUND when this person may not look for anything in that case
   */
  DecidedTable of(PersonId person, CaseId caseId, Optional<ItemId> after) {
    if (!access.decideSearch(person, caseId).permitted()) {
      throw Problem.notFound();
    }
    ReadablePapers.Part part = papers.part(person, caseId, Set.of(PaperKind.FINDING), after);
    Map<VersionId, String> titles =
        titles(person, caseId, part.papers().stream().flatMap(ReadPaper::cited).toList());
    return new DecidedTable(
        new EvidenceTable(
            part.papers().stream().map(it -> finding(it, titles)).toList(),
            part.next().orElse(null)),
        part.decisions());
  }

  /** The whole table, part after part. */
  DecidedTable whole(PersonId person, CaseId caseId) {
    List<EvidenceTable.EvidencedFinding> findings = new ArrayList<>();
    List<Decision> decisions = new ArrayList<>();
    Optional<ItemId> after = Optional.empty();
    do {
      DecidedTable part = of(person, caseId, after);
      findings.addAll(part.table().findings());
      decisions.addAll(part.decisions());
      after = Optional.ofNullable(part.table().next());
    } while (after.isPresent());
    return new DecidedTable(new EvidenceTable(findings, null), decisions);
  }

  private Map<VersionId, String> titles(PersonId person, CaseId caseId, List<VersionId> cited) {
    return sources.titles(person, sources.versions(open.of(person, caseId, cited)));
  }

  private static EvidenceTable.EvidencedFinding finding(
      ReadPaper paper, Map<VersionId, String> titles) {
    return new EvidenceTable.EvidencedFinding(
        paper.paper().id(),
        paper.version(),
        Findings.title(paper),
        paper.said().map(it -> passage(it, titles)).toList());
  }

  private static EvidenceTable.EvidencedPassage passage(
      Passage passage, Map<VersionId, String> titles) {
    return new EvidenceTable.EvidencedPassage(
        passage.id(),
        passage.content().section(),
        ReadPaper.text(passage),
        passage.content().citations().stream()
            .flatMap(it -> source(it, titles))
            .distinct()
            .toList());
  }

  private static Stream<EvidenceTable.FoundSource> source(
      Citation citation, Map<VersionId, String> titles) {
    return Stream.ofNullable(titles.get(citation.version()))
        .map(title ->
            new EvidenceTable.FoundSource(
                citation.version(), citation.item(), title, citation.page()));
  }
}
