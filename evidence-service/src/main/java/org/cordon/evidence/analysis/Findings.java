package org.cordon.evidence.analysis;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cordon.evidence.accountability.BoardResponse;
import org.cordon.evidence.accountability.BoardResponses;
import org.cordon.evidence.passages.Passage;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.Decision;
import org.cordon.platform.access.ItemAction;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;

/** Takes findings apart: what each claims, on what, and what the board answered. */
@Component
class Findings {
  private static final String HEADLINE = "HEADLINE";
  private static final String ISSUES = "ISSUES_FOR_THE_BOARD";

  /** Sections that claim something; a headline sums them up, and an issue asks. */
  private static final List<String> CLAIMS =
      List.of("IN_THIS_CASE", "UNDERLYING", "PREVALENCE", "RISK");

  private static final List<String> SECTIONS =
      List.of(HEADLINE, "IN_THIS_CASE", "UNDERLYING", "PREVALENCE", "RISK", ISSUES);

  private final BoardResponses responses;
  private final WhatIsOpen open;
  private final AccessClient access;

  /** Findings, and the decisions that permit what is shown of the board's answers. */
  record Decided(List<CaseAnalysis.Finding> findings, List<Decision> decisions) {}

  Findings(BoardResponses responses, WhatIsOpen open, AccessClient access) {
    this.responses = responses;
    this.open = open;
    this.access = access;
  }

  /** The findings among papers that the person was permitted to read. */
  Decided of(PersonId person, CaseId caseId, List<ReadPaper> papers) {
    Set<VersionId> tied =
        open.of(
            person, caseId, responses.tiedTo(papers.stream().map(it -> it.paper().id()).toList()));
    List<Decision> decisions = access.decide(person, ItemAction.READ, List.copyOf(tied));
    if (!decisions.stream().allMatch(Decision::permitted)) {
      throw Problem.unavailable();
    }
    Map<PassageId, BoardResponse> holding =
        responses.holding(caseId, tied).stream()
            .collect(
                Collectors.toMap(BoardResponse::passage, Function.identity(), (one, _) -> one));
    return new Decided(papers.stream().map(it -> finding(it, holding)).toList(), decisions);
  }

  /** Its headline; the paper's title while it has none. */
  static String title(ReadPaper paper) {
    return paper.section(HEADLINE).stream()
        .map(ReadPaper::text)
        .filter(it -> !it.isBlank())
        .findFirst()
        .orElse(paper.title());
  }

  private static CaseAnalysis.Finding finding(
      ReadPaper paper, Map<PassageId, BoardResponse> holding) {
    return new CaseAnalysis.Finding(
        paper.paper().id(),
        paper.version(),
        title(paper),
        paper.passages().stream()
            .map(it -> it.content().pattern())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null),
        paper.passages().stream()
            .filter(it -> !it.content().citations().isEmpty())
            .map(Findings::evidence)
            .toList(),
        CLAIMS.stream().filter(it -> isUnsupported(paper.section(it))).toList(),
        SECTIONS.stream().filter(it -> paper.section(it).isEmpty()).toList(),
        paper.section(ISSUES).stream()
            .map(it -> new CaseAnalysis.Issue(it.id(), ReadPaper.text(it), holding.get(it.id())))
            .toList());
  }

  private static boolean isUnsupported(List<Passage> section) {
    return !section.isEmpty()
        && section.stream().allMatch(it -> it.content().citations().isEmpty());
  }

  private static CaseAnalysis.Evidence evidence(Passage passage) {
    return new CaseAnalysis.Evidence(
        passage.id(),
        passage.content().section(),
        passage.content().citations().stream()
            .map(it -> new CaseAnalysis.Cited(it.version(), it.item()))
            .distinct()
            .toList());
  }
}
