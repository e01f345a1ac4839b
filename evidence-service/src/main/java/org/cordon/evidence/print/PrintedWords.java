package org.cordon.evidence.print;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cordon.evidence.passages.PassageContent;

/** What a print says besides the text of passages. */
final class PrintedWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private PrintedWords() {}

  /** The days a passage tells of. */
  static Optional<String> days(PassageContent passage) {
    LocalDate from = passage.from();
    if (from == null) {
      return Optional.empty();
    }
    LocalDate to = passage.to();
    return Optional.of(
        to == null || to.equals(from)
            ? DAY.format(from)
            : DAY.format(from) + " to " + DAY.format(to));
  }

  /** A section's key as a heading, for example {@code IN_THIS_CASE} as "In this case". */
  static String heading(String section) {
    String words = section.replace('_', ' ').toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** Numbers of notes, for example {@code [3] [4]}. */
  static String numbers(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(number -> "[" + number + "]")
        .collect(Collectors.joining(" "));
  }
}
