package org.cordon.evidence.documents;

import java.text.Normalizer;
import java.util.Optional;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Text that a person typed: normalised (NFC), without what hides or reorders. Characters of every
 * script are welcome.
 */
final class PlainText {
  private PlainText() {}

  /** One line of at most {@code most} characters; blank counts as absent. */
  static Optional<String> line(String field, @Nullable String text, int most) {
    return checked(field, text, most, false);
  }

  /** The same with line breaks and tabs allowed. */
  static Optional<String> lines(String field, @Nullable String text, int most) {
    return checked(field, text, most, true);
  }

  private static Optional<String> checked(
      String field, @Nullable String text, int most, boolean breaks) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    if (text.length() > 4 * most) {
      throw tooLong(field, most);
    }
    String kept = Normalizer.normalize(text.replace("\r\n", "\n").strip(), Normalizer.Form.NFC);
    if (kept.codePointCount(0, kept.length()) > most) {
      throw tooLong(field, most);
    }
    if (!kept.codePoints().allMatch(c -> (breaks && (c == '\n' || c == '\t')) || isShown(c))) {
      throw Problem.invalid(
          field,
          "must not hold control characters or characters that change the reading direction.");
    }
    return Optional.of(kept);
  }

  /**
   * Not a control, a lone half of a character, a private one, nor one that makes text look other
   * than it is.
   */
  static boolean isShown(int c) {
    boolean reorders = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    int type = Character.getType(c);
    return !reorders
        && type != Character.CONTROL
        && type != Character.SURROGATE
        && type != Character.PRIVATE_USE
        && type != Character.UNASSIGNED
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && c != 0xFEFF;
  }

  private static Problem tooLong(String field, int most) {
    return Problem.invalid(field, "must have at most %,d characters.".formatted(most));
  }
}
