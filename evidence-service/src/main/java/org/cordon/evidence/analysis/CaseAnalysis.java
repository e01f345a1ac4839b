package org.cordon.evidence.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.cordon.evidence.accountability.BoardResponse;
import org.cordon.evidence.papers.PaperKind;
import org.cordon.evidence.passages.GenericPattern;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * The analysis as far as one person may read it.
 *
 * @param papers those that it is made of, newest first
 * @param entries of the chronologies, in order of time; those without a day come last
 * @param gaps stretches of more than {@value Gaps#MOST_DAYS} days without an entry
 * @param unheard null for those who may not know who takes part or which conversations were held
 * @param next the paper after which the next part goes on, null at the end; gaps and who is unheard
 *     are those of this part
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CaseAnalysis(
    List<AnalysedPaper> papers,
    List<Entry> entries,
    List<Gap> gaps,
    List<Episode> episodes,
    List<Finding> findings,
    List<Recommendation> recommendations,
    @Nullable List<Unheard> unheard,
    @Nullable ItemId next) {

  /** The longest that a passage is shown, in characters; what is longer ends with an ellipsis. */
  static final int MAX_TEXT = 300;

  CaseAnalysis {
    papers = List.copyOf(papers);
    entries = List.copyOf(entries);
    gaps = List.copyOf(gaps);
    episodes = List.copyOf(episodes);
    findings = List.copyOf(findings);
    recommendations = List.copyOf(recommendations);
    unheard = unheard == null ? null : List.copyOf(unheard);
  }

  /**
   * A paper, and the state of it that was read.
   *
   * @param draft whether that is the open draft, which is to become this version
   */
  record AnalysedPaper(
      ItemId paper, PaperKind kind, String title, VersionId version, int number, boolean draft) {}

  /**
   * An entry of a chronology.
   *
   * @param text plain
   * @param citations how many it has
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Entry(
      ItemId paper,
      VersionId version,
      PassageId passage,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable AgencyId agency,
      String text,
      int citations) {}

  /** A stretch without an entry: its first and last day. */
  record Gap(LocalDate from, LocalDate to, long days) {}

  /**
   * A key practice episode.
   *
   * @param from the first day that a passage of it tells of
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Episode(
      ItemId paper,
      VersionId version,
      String title,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      List<Factor> factors) {}

  /** What contributed. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Factor(PassageId passage, String text, @Nullable GenericPattern pattern, int citations) {}

  /**
   * A finding.
   *
   * @param title its headline; the paper's title while it has none
   * @param evidence passages that cite something
   * @param unsupported sections that claim something and cite nothing
   * @param missing sections that nothing was written in
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Finding(
      ItemId paper,
      VersionId version,
      String title,
      @Nullable GenericPattern pattern,
      List<Evidence> evidence,
      List<String> unsupported,
      List<String> missing,
      List<Issue> issues) {}

  /** A passage, and what it cites. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Evidence(PassageId passage, @Nullable String section, List<Cited> citations) {}

  /** A version that is cited. */
  record Cited(VersionId version, ItemId item) {}

  /**
   * What a finding puts to the board.
   *
   * @param response the one that holds, null before there is one that the person may read
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Issue(PassageId passage, String text, @Nullable BoardResponse response) {}

  /**
   * What is recommended.
   *
   * @param kind the section it stands in; null when it stands in none
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Recommendation(
      ItemId paper,
      VersionId version,
      PassageId passage,
      @Nullable String kind,
      String text,
      int citations) {}

  /** Somebody who takes part and of whose conversation there is no record that may be found. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Unheard(PersonId person, @Nullable AgencyId agency, List<String> roles) {}
}
