package org.cordon.platform.texts;

import java.text.Normalizer;
import java.util.Optional;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;

/** Text of several lines from outside. */
public final class Prose {
  private Prose() {}

  /**
   * The text without blanks around it, in Unicode's composed form (NFC), with plain line breaks.
   *
   * @param field the name of the field, for the problem
   * @param most the most characters (code points) it may have
   * @throws Problem INVALID when it is missing, blank or too long, or has control characters other
   *     than line breaks and tabs, or characters that turn the direction of writing
   */
  public static String require(String field, @Nullable String text, int most) {
    return find(field, text, most).orElseThrow(() -> Problem.invalid(field, "is missing."));
  }

  /** The same where it may be missing or blank. */
  public static Optional<String> find(String field, @Nullable String text, int most) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    if (text.length() > most * 4) {
      throw tooLong(field, most);
    }
    String prose = Normalizer.normalize(text.replace("\r\n", "\n").strip(), Normalizer.Form.NFC);
    if (prose.codePointCount(0, prose.length()) > most) {
      throw tooLong(field, most);
    }
    if (!prose.codePoints().allMatch(it -> it == '\n' || it == '\t' || Line.isPlain(it))) {
      throw Problem.invalid(field, "must not hold control or formatting characters.");
    }
    return Optional.of(prose);
  }

  private static Problem tooLong(String field, int most) {
    return Problem.invalid(field, "must have at most %,d characters.".formatted(most));
  }
}
