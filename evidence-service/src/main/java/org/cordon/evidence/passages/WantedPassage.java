package org.cordon.evidence.passages;

import java.time.LocalDate;
import java.util.List;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A passage as a writer sends it.
 *
 * @param level 1 to 3, of headings only; 1 when missing
 * @param text at most {@value #MAX_TEXT} characters; a heading is one line of at most {@value
 *     #MAX_HEADING}, a list has at most {@value Markup#MAX_LINES} lines, a table at most {@value
 *     Markup#MAX_ROWS} rows of {@value Markup#MAX_COLUMNS} columns
 * @param from a day in the years 1000 to 9999; {@code to} needs it and does not come before it
 * @param citations at most {@value #MAX_CITATIONS}
 * @param accountsOf at most 200 people
 * @param after of a new passage: the one it comes after; the end when missing
 */
public record WantedPassage(
    @Nullable PassageKind kind,
    @Nullable Integer level,
    @Nullable String text,
    @Nullable String section,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable AgencyId agency,
    @Nullable GenericPattern pattern,
    @Nullable List<@Nullable WantedCitation> citations,
    @Nullable List<@Nullable PersonId> accountsOf,
    @Nullable PassageId after) {
  public static final int MAX_TEXT = 20_000;
  public static final int MAX_HEADING = 300;
  public static final int MAX_CITATIONS = 50;
  public static final int MAX_QUOTE = 2_000;
  private static final int EARLIEST_YEAR = 1000;
  private static final int LATEST_YEAR = 9999;

  /**
   * What is kept of it once the cited versions were looked at.
   *
   * @param content without its citations
   * @param citations in the order given
   * @param cleaned how many characters were taken out of its text
   */
  public record Checked(PassageContent content, List<WantedCitation> citations, int cleaned) {
    public Checked {
      citations = List.copyOf(citations);
    }

    /** The whole, with what the citations turned out to be. */
    public PassageContent with(List<Citation> found) {
      return new PassageContent(
          content.kind(),
          content.level(),
          content.text(),
          content.section(),
          content.from(),
          content.to(),
          content.agency(),
          content.pattern(),
          found,
          content.accountsOf());
    }
  }

  /**
   * Cleans the text and holds everything against its limit.
   *
   * @throws Problem INVALID, saying which field does not fit and what would
   */
  public Checked checked(Sections sections) {
    PassageKind given = Problem.require("kind", kind);
    CleanText clean = CleanText.of(Problem.require("text", text));
    checkText(given, clean);
    checkDays();
    PassageContent content =
        new PassageContent(
            given,
            levelOf(given),
            clean.text(),
            section == null ? null : sections.require(section),
            from,
            to,
            agency,
            pattern,
            List.of(),
            people());
    return new Checked(content, checkedCitations(), clean.taken());
  }

  private static void checkText(PassageKind kind, CleanText clean) {
    if (clean.text().isEmpty()) {
      throw Problem.invalid("text", "is missing.");
    }
    if (clean.length() > MAX_TEXT) {
      throw Problem.invalid(
          "text",
          "must have at most %,d characters, and this has %,d. Divide it into several passages."
              .formatted(MAX_TEXT, clean.length()));
    }
    switch (kind) {
      case HEADING -> checkHeading(clean);
      case LIST -> Markup.checkList(clean.text());
      case TABLE -> Markup.checkTable(clean.text());
      case PARAGRAPH, QUOTATION -> {}
    }
  }

  private static void checkHeading(CleanText clean) {
    if (clean.text().indexOf('\n') >= 0) {
      throw Problem.invalid("text", "must be one line in a heading.");
    }
    if (clean.length() > MAX_HEADING) {
      throw Problem.invalid(
          "text", "must have at most " + MAX_HEADING + " characters in a heading.");
    }
  }

  private @Nullable Integer levelOf(PassageKind given) {
    if (given != PassageKind.HEADING) {
      if (level != null) {
        throw Problem.invalid("level", "is for headings only.");
      }
      return null;
    }
    int wanted = level == null ? 1 : level;
    if (wanted < 1 || wanted > 3) {
      throw Problem.invalid("level", "must be 1, 2 or 3.");
    }
    return wanted;
  }

  private void checkDays() {
    checkDay("from", from);
    checkDay("to", to);
    if (to != null && (from == null || to.isBefore(from))) {
      throw Problem.invalid("to", "needs a day in from that does not come after it.");
    }
  }

  private static void checkDay(String field, @Nullable LocalDate day) {
    if (day != null && (day.getYear() < EARLIEST_YEAR || day.getYear() > LATEST_YEAR)) {
      throw Problem.invalid(field, "must be a day in the years 1000 to 9999.");
    }
  }

  private List<WantedCitation> checkedCitations() {
    if (citations == null) {
      return List.of();
    }
    if (citations.size() > MAX_CITATIONS) {
      throw Problem.invalid("citations", "must have at most " + MAX_CITATIONS + " members.");
    }
    return citations.stream().map(each -> Problem.require("citations", each).checked()).toList();
  }

  private List<PersonId> people() {
    if (accountsOf == null) {
      return List.of();
    }
    if (accountsOf.size() > VersionLabels.MAX_SET) {
      throw Problem.invalid(
          "accountsOf", "must have at most " + VersionLabels.MAX_SET + " members.");
    }
    return PassageContent.inOrder(
        accountsOf.stream().map(each -> Problem.require("accountsOf", each)).toList());
  }
}
