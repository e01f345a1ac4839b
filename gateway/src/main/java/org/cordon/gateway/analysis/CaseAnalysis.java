package org.cordon.gateway.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cordon.gateway.papers.PaperPattern;
import org.cordon.gateway.papers.PaperSection;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * The analysis of a case as evidence-service tells it to whoever looks.
 *
 * @param entries in order of time; those without a day last
 * @param unheard null when they may not know
 * @param next the cursor of the next part, null at the end
 */
record CaseAnalysis(
    List<AnalysedPaper> papers,
    List<Entry> entries,
    List<Gap> gaps,
    List<Episode> episodes,
    List<Finding> findings,
    List<Recommendation> recommendations,
    @Nullable List<Unheard> unheard,
    @Nullable String next) {

  /** A paper, and the state of it that was read. */
  record AnalysedPaper(
      ItemId paper, String kind, String title, VersionId version, int number, boolean draft) {

    /** The page that shows it in that state. */
    public String address() {
      return "/papers/" + paper + (draft ? "/draft" : "/versions/" + number);
    }
  }

  /** An entry of a chronology. */
  record Entry(
      ItemId paper,
      PassageId passage,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable AgencyId agency,
      String text,
      int citations) {}

  /** A stretch without an entry. */
  record Gap(LocalDate from, LocalDate to, long days) {}

  /** A key practice episode. */
  record Episode(
      ItemId paper,
      String title,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      List<Factor> factors) {}

  /** What contributed. */
  record Factor(PassageId passage, String text, @Nullable PaperPattern pattern, int citations) {}

  /** A finding. */
  record Finding(
      ItemId paper,
      String title,
      @Nullable PaperPattern pattern,
      List<String> unsupported,
      List<String> missing,
      List<Issue> issues) {

    /** Whether something of it still lacks evidence or was not written. */
    public boolean isIncomplete() {
      return !unsupported.isEmpty() || !missing.isEmpty();
    }

    /** The sections that cite nothing, by their titles. */
    public List<String> unsupportedTitles() {
      return unsupported.stream().map(CaseAnalysis::sectionTitle).toList();
    }

    /** The sections that were not written, by their titles. */
    public List<String> missingTitles() {
      return missing.stream().map(CaseAnalysis::sectionTitle).toList();
    }
  }

  /** What a finding puts to the board, and the answer that holds. */
  record Issue(PassageId passage, String text, @Nullable Response response) {}

  /** What the board answered. */
  record Response(String text, String by, LocalDate on) {}

  /** What is recommended. */
  record Recommendation(
      ItemId paper, PassageId passage, @Nullable String kind, String text, int citations) {

    /** The title of its kind. */
    public String kindTitle() {
      return sectionTitle(kind);
    }
  }

  /** Somebody who takes part and has not been heard. */
  record Unheard(PersonId person, @Nullable AgencyId agency, List<String> roles) {}

  /** The title of the section with that key; "Elsewhere" when there is none. */
  static String sectionTitle(@Nullable String key) {
    return Objects.requireNonNullElse(PaperSection.title(key), "Elsewhere");
  }

  /** Where a paper can be read; empty for one that is not among those told. */
  Optional<AnalysedPaper> find(ItemId paper) {
    return papers.stream().filter(it -> it.paper().equals(paper)).findFirst();
  }

  /** The page of a paper. */
  public String address(ItemId paper) {
    return find(paper).map(AnalysedPaper::address).orElse("/papers/" + paper);
  }

  /** The place of a passage on its paper's page. */
  public String address(ItemId paper, PassageId passage) {
    return address(paper) + "#p-" + passage;
  }

  /** The issues of all findings that the board was given. */
  public long issues() {
    return findings.stream().mapToLong(it -> it.issues().size()).sum();
  }

  /** The findings that something is missing from. */
  public List<Finding> incomplete() {
    return findings.stream().filter(Finding::isIncomplete).toList();
  }
}
