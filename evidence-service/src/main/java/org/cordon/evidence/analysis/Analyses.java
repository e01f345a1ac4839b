package org.cordon.evidence.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cordon.evidence.papers.PaperKind;
import org.cordon.evidence.passages.Passage;
import org.cordon.evidence.passages.PassageContent;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.Decision;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;

/** Makes the analysis of a case from the papers that a person may read. */
@Component
class Analyses {
  private static final Comparator<CaseAnalysis.Entry> IN_TIME =
      Comparator.comparing(
              CaseAnalysis.Entry::from, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(CaseAnalysis.Entry::to, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final ReadablePapers papers;
  private final Findings findings;
  private final Participants participants;
  private final AccessClient access;

  /** An analysis, and the decisions that permit it. */
  record DecidedAnalysis(CaseAnalysis analysis, List<Decision> decisions) {}

  Analyses(
      ReadablePapers papers, Findings findings, Participants participants, AccessClient access) {
    this.papers = papers;
    this.findings = findings;
    this.participants = participants;
    this.access = access;
  }

  /**
   * One part of the analysis: of at most {@value ReadablePapers#MAX_PAPERS} papers, and fewer when
   * those have more than {@value ReadablePapers#MAX_PASSAGES} passages.
   *
   * @throws Problem NOT_FOUND when this person may not look for anything in that case
   */
  DecidedAnalysis of(PersonId person, CaseId caseId, Optional<ItemId> after) {
    if (!access.decideSearch(person, caseId).permitted()) {
      throw Problem.notFound();
    }
    ReadablePapers.Part part = papers.part(person, caseId, after);
    Findings.Decided found = findings.of(person, caseId, part.of(PaperKind.FINDING));
    List<CaseAnalysis.Entry> entries =
        part.of(PaperKind.CHRONOLOGY).stream().flatMap(Analyses::entries).sorted(IN_TIME).toList();
    List<Decision> decisions = new ArrayList<>(part.decisions());
    decisions.addAll(found.decisions());
    return new DecidedAnalysis(
        new CaseAnalysis(
            part.papers().stream().map(Analyses::analysed).toList(),
            entries,
            Gaps.between(entries),
            part.of(PaperKind.EPISODE).stream().map(Analyses::episode).toList(),
            found.findings(),
            part.of(PaperKind.RECOMMENDATIONS).stream().flatMap(Analyses::recommendations).toList(),
            participants.unheard(person, caseId).orElse(null),
            part.next().orElse(null)),
        decisions);
  }

  private static CaseAnalysis.AnalysedPaper analysed(ReadPaper paper) {
    return new CaseAnalysis.AnalysedPaper(
        paper.paper().id(),
        paper.paper().kind(),
        paper.title(),
        paper.version(),
        paper.number(),
        paper.draft());
  }

  /** What a chronology tells: its entries, and whatever else of it has a day. */
  private static Stream<CaseAnalysis.Entry> entries(ReadPaper paper) {
    return paper
        .said()
        .filter(it -> "ENTRY".equals(it.content().section()) || it.content().from() != null)
        .map(it -> {
          PassageContent content = it.content();
          return new CaseAnalysis.Entry(
              paper.paper().id(),
              paper.version(),
              it.id(),
              content.from(),
              content.to(),
              content.agency(),
              ReadPaper.text(it),
              content.citations().size());
        });
  }

  private static CaseAnalysis.Episode episode(ReadPaper paper) {
    List<LocalDate> days =
        paper.passages().stream()
            .map(Passage::content)
            .flatMap(it -> Stream.concat(Stream.ofNullable(it.from()), Stream.ofNullable(it.to())))
            .sorted()
            .toList();
    return new CaseAnalysis.Episode(
        paper.paper().id(),
        paper.version(),
        paper.title(),
        days.isEmpty() ? null : days.getFirst(),
        days.isEmpty() ? null : days.getLast(),
        paper.section("FACTOR").stream()
            .map(it ->
                new CaseAnalysis.Factor(
                    it.id(),
                    ReadPaper.text(it),
                    it.content().pattern(),
                    it.content().citations().size()))
            .toList());
  }

  private static Stream<CaseAnalysis.Recommendation> recommendations(ReadPaper paper) {
    return paper
        .said()
        .map(it ->
            new CaseAnalysis.Recommendation(
                paper.paper().id(),
                paper.version(),
                it.id(),
                it.content().section(),
                ReadPaper.text(it),
                it.content().citations().size()));
  }
}
