package org.cordon.evidence.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cordon.evidence.items.Particulars;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The part {@code metadata} of an upload. Every field may be missing.
 *
 * @param title 1 to 300 characters; the file's name when missing
 * @param date the day the document bears, from the year 1000
 * @param agency whom it came from
 * @param author at most 200 characters
 * @param documentType at most 100 characters
 * @param description at most 4,000 characters, with line breaks
 * @param accountsOf whose accounts it holds; at most 200 people
 * @param matters facts in issue that it speaks to; at most 200, each at most 100 characters
 * @param delicate not for plenary (rule 7); false when missing
 * @param originator the agency whose consent it takes to show it on (rule 8)
 */
record DocumentMetadata(
    @Nullable String title,
    @Nullable LocalDate date,
    @Nullable AgencyId agency,
    @Nullable String author,
    @Nullable String documentType,
    @Nullable String description,
    @Nullable List<PersonId> accountsOf,
    @Nullable List<String> matters,
    @Nullable Boolean delicate,
    @Nullable AgencyId originator) {
  private static final int EARLIEST_YEAR = 1000;
  private static final int LATEST_YEAR = 9999;

  DocumentMetadata {
    accountsOf = limited("accountsOf", accountsOf);
    matters =
        limited("matters", matters).stream()
            .map(matter ->
                PlainText.line("matters", matter, 100)
                    .orElseThrow(() -> Problem.invalid("matters", "must not hold an empty text.")))
            .toList();
    if (date != null && (date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR)) {
      throw Problem.invalid("date", "must be a day in the years 1000 to 9999.");
    }
  }

  /** What is shown of the document; its title falls back to the file's name. */
  Particulars particulars(FileName file) {
    return new Particulars(
        PlainText.line("title", title, 300).orElse(file.value()),
        Optional.ofNullable(date),
        Optional.ofNullable(agency),
        PlainText.line("author", author, 200),
        PlainText.line("documentType", documentType, 100),
        PlainText.lines("description", description, 4_000));
  }

  Set<PersonId> accounts() {
    return accountsOf == null ? Set.of() : Set.copyOf(accountsOf);
  }

  Set<String> matterSet() {
    return matters == null ? Set.of() : Set.copyOf(matters);
  }

  Set<AgencyId> originators() {
    return originator == null ? Set.of() : Set.of(originator);
  }

  boolean isDelicate() {
    return Boolean.TRUE.equals(delicate);
  }

  private static <T> List<T> limited(String field, @Nullable List<T> values) {
    if (values == null) {
      return List.of();
    }
    if (values.stream().anyMatch(Objects::isNull)) {
      throw Problem.invalid(field, "must not hold null.");
    }
    if (values.size() > VersionLabels.MAX_SET) {
      throw Problem.invalid(field, "must have at most " + VersionLabels.MAX_SET + " members.");
    }
    return values.stream().distinct().collect(Collectors.toUnmodifiableList());
  }
}
