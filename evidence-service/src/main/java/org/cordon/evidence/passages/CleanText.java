package org.cordon.evidence.passages;

import java.text.Normalizer;

/**
 * Text as it is kept: in Unicode's composed form (NFC), with plain line breaks, without what hides
 * or reorders other characters. Those are taken out and counted, not refused: text that was pasted
 * is full of them, and a writer must not lose a sentence over them.
 *
 * @param taken how many characters were taken out
 */
public record CleanText(String text, int taken) {

  /** Cleans a text of any length; blanks at its ends are not counted. */
  public static CleanText of(String typed) {
    String lines = typed.replace("\r\n", "\n").replace('\r', '\n');
    StringBuilder kept = new StringBuilder(lines.length());
    int taken = 0;
    for (int at = 0; at < lines.length(); ) {
      int character = lines.codePointAt(at);
      at += Character.charCount(character);
      if (isLineSeparator(character)) {
        kept.append('\n');
      } else if (isKept(character)) {
        kept.appendCodePoint(character);
      } else {
        taken++;
      }
    }
    return new CleanText(Normalizer.normalize(kept, Normalizer.Form.NFC).strip(), taken);
  }

  /** Characters as a reader counts them (code points). */
  public int length() {
    return text.codePointCount(0, text.length());
  }

  private static boolean isLineSeparator(int character) {
    return character == 0x2028 || character == 0x2029;
  }

  private static boolean isKept(int character) {
    if (character == '\n' || character == '\t') {
      return true;
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
          false;
      default -> !turnsDirection(character) && !isInvisible(character);
    };
  }

  private static boolean turnsDirection(int character) {
    return (character >= 0x202A && character <= 0x202E)
        || (character >= 0x2066 && character <= 0x2069)
        || character == 0x200E
        || character == 0x200F
        || character == 0x061C;
  }

  /** Those that no script needs: soft hyphens, zero-width spaces, byte order marks and tags. */
  private static boolean isInvisible(int character) {
    return character == 0x00AD
        || character == 0x200B
        || character == 0x2060
        || character == 0xFEFF
        || (character >= 0xE0000 && character <= 0xE007F);
  }
}
