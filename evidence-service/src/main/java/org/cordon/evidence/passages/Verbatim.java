package org.cordon.evidence.passages;

import java.io.IOException;
import java.io.Reader;

/** Looks for a quote in a text that may be too long to hold: in one pass, with little memory. */
public final class Verbatim {
  private Verbatim() {}

  /**
   * Whether the quote occurs in the text, word for word; any run of white space counts as one
   * blank. Reads the text to the first occurrence or to its end.
   */
  public static boolean occurs(String quote, Reader text) throws IOException {
    char[] wanted = quote.strip().replaceAll("[\\s\\u00A0]+", " ").toCharArray();
    if (wanted.length == 0) {
      return false;
    }
    int[] fallback = fallbacks(wanted);
    int matched = 0;
    boolean blank = false;
    char[] buffer = new char[8192];
    for (int count = text.read(buffer); count >= 0; count = text.read(buffer)) {
      for (int at = 0; at < count; at++) {
        char next = buffer[at];
        boolean wasBlank = blank;
        blank = Character.isWhitespace(next) || next == '\u00A0';
        if (blank && wasBlank) {
          continue;
        }
        matched = step(wanted, fallback, matched, blank ? ' ' : next);
        if (matched == wanted.length) {
          return true;
        }
      }
    }
    return false;
  }

  private static int step(char[] wanted, int[] fallback, int matched, char next) {
    int length = matched;
    while (length > 0 && wanted[length] != next) {
      length = fallback[length - 1];
    }
    return wanted[length] == next ? length + 1 : 0;
  }

  /** Knuth, Morris and Pratt: how much of the beginning still matches after a mismatch. */
  private static int[] fallbacks(char[] wanted) {
    int[] fallback = new int[wanted.length];
    for (int at = 1, length = 0; at < wanted.length; at++) {
      while (length > 0 && wanted[length] != wanted[at]) {
        length = fallback[length - 1];
      }
      length += wanted[length] == wanted[at] ? 1 : 0;
      fallback[at] = length;
    }
    return fallback;
  }
}
