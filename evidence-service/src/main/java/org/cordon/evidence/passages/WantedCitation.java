package org.cordon.evidence.passages;

import java.util.Objects;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A citation as a writer sends it.
 *
 * @param version what is cited
 * @param passage of a written version
 * @param page of a document, 1 to 100,000
 * @param quote the cited words, at most {@value WantedPassage#MAX_QUOTE} characters
 */
public record WantedCitation(
    @Nullable VersionId version,
    @Nullable PassageId passage,
    @Nullable Integer page,
    @Nullable String quote) {
  private static final int MAX_PAGE = 100_000;

  /** The same within its limits and with its quote cleaned. */
  WantedCitation checked() {
    if (version == null) {
      throw Problem.invalid("citations.version", "is missing.");
    }
    if (page != null && (page < 1 || page > MAX_PAGE)) {
      throw Problem.invalid("citations.page", "must be between 1 and 100,000.");
    }
    return new WantedCitation(version, passage, page, cleanQuote());
  }

  /** Whether that is the same place with the same words. */
  public boolean isOf(Citation citation) {
    return citation.version().equals(version)
        && Objects.equals(citation.passage(), passage)
        && Objects.equals(citation.page(), page)
        && Objects.equals(citation.quote(), quote);
  }

  private @Nullable String cleanQuote() {
    if (quote == null || quote.isBlank()) {
      return null;
    }
    CleanText clean = CleanText.of(quote);
    if (clean.length() > WantedPassage.MAX_QUOTE) {
      throw Problem.invalid(
          "citations.quote",
          "must have at most %,d characters.".formatted(WantedPassage.MAX_QUOTE));
    }
    return clean.text().isEmpty() ? null : clean.text();
  }
}
