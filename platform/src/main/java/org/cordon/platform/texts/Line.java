package org.cordon.platform.texts;

import java.text.Normalizer;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;

/** One line of text from outside. */
public final class Line {
  private Line() {}

  /**
   * The text without blanks around it, in Unicode's composed form (NFC).
   *
   * @param field the name of the field, for the problem
   * @param most the most characters (code points) it may have
   * @throws Problem INVALID when it is missing, blank or too long, or has control characters, line
   *     breaks, characters that turn the direction of writing, or halves of characters
   */
  public static String require(String field, @Nullable String text, int most) {
    if (text == null || text.isBlank()) {
      throw Problem.invalid(field, "is missing.");
    }
    if (text.length() > most * 4) {
      throw tooLong(field, most);
    }
    String line = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    if (line.codePointCount(0, line.length()) > most) {
      throw tooLong(field, most);
    }
    if (line.isBlank() || !line.codePoints().allMatch(Line::isPlain)) {
      throw Problem.invalid(
          field, "must be one line of text without control or formatting characters.");
    }
    return line;
  }

  private static Problem tooLong(String field, int most) {
    return Problem.invalid(field, "must have at most " + most + " characters.");
  }

  static boolean isPlain(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> !isDirectionMark(character);
    };
  }

  private static boolean isDirectionMark(int character) {
    return (character >= 0x202A && character <= 0x202E)
        || (character >= 0x2066 && character <= 0x2069)
        || character == 0x200E
        || character == 0x200F
        || character == 0xFEFF;
  }
}
