package org.cordon.search.index;

/**
 * The two characters between which Elasticsearch puts a match in a snippet. They are from Unicode's
 * private use area and are taken out of every text before it is indexed, so that a text cannot
 * pretend to be a match.
 */
public final class SnippetMarks {
  public static final char OPEN = '\uE0C0';
  public static final char CLOSE = '\uE0C1';
  private static final char REPLACEMENT = '\uFFFD';

  private SnippetMarks() {}

  /** The text without the marks and without halves of surrogate pairs, which are not Unicode. */
  public static String clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isForeign(text, i)) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    StringBuilder clean = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (isForeign(text, i)) {
        clean.setCharAt(i, REPLACEMENT);
      }
    }
    return clean.toString();
  }

  private static boolean isForeign(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
    return c == OPEN || c == CLOSE;
  }
}
