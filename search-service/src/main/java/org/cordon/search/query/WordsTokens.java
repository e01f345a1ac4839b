package org.cordon.search.query;

import java.util.ArrayList;
import java.util.List;
import org.cordon.platform.problems.Problem;

/**
 * Splits what was typed into tokens. Punctuation that stands alone says nothing and is left out.
 */
final class WordsTokens {
  private static final String QUOTES = "\"\u201C\u201D\u201E\u00AB\u00BB";
  private static final int SHORTEST_PREFIX = 2;

  private final String text;
  private int at;
  private int depth;
  private final List<WordsToken> tokens = new ArrayList<>();

  private WordsTokens(String text) {
    this.text = text;
  }

  static List<WordsToken> of(String text) {
    return new WordsTokens(text).read();
  }

  private List<WordsToken> read() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isSpace(c)) {
        at++;
      } else if (isQuote(c)) {
        readPhrase();
      } else if (c == '(') {
        at++;
        depth++;
        tokens.add(new WordsToken.Open());
      } else if (c == ')') {
        readClose();
      } else if (c == '-') {
        readMinus();
      } else {
        readWord();
      }
    }
    if (depth > 0) {
      throw wrong("has a bracket that is not closed. Add a ), or take the ( away.");
    }
    return tokens;
  }

  private void readClose() {
    if (depth == 0) {
      throw wrong("has a ) without a ( before it. Add one, or take it away.");
    }
    at++;
    depth--;
    tokens.add(new WordsToken.Close());
  }

  /** Before a word it means "not"; alone it is a dash. */
  private void readMinus() {
    at++;
    boolean before = at < text.length() && !isSpace(text.charAt(at)) && text.charAt(at) != '-';
    if (before && text.charAt(at) != ')') {
      tokens.add(new WordsToken.Not());
    }
  }

  private void readPhrase() {
    int end = at + 1;
    while (end < text.length() && !isQuote(text.charAt(end))) {
      end++;
    }
    if (end == text.length()) {
      throw wrong("has a quotation mark that is not closed. Add the second one, or take it away.");
    }
    String phrase = text.substring(at + 1, end).strip();
    at = end + 1;
    if (phrase.indexOf('*') >= 0) {
      throw wrong("has a * between quotation marks. Take it out, or take the marks away.");
    }
    if (!hasLetter(phrase)) {
      throw wrong(
          "has quotation marks with no word between them. Put a word in, or take them away.");
    }
    tokens.add(new WordsToken.Term(new Words.Phrase(phrase)));
  }

  private void readWord() {
    int end = endOfWord();
    String word = text.substring(at, end);
    at = end;
    switch (word) {
      case "OR" -> tokens.add(new WordsToken.Or());
      case "AND" -> tokens.add(new WordsToken.And());
      case "NOT" -> tokens.add(new WordsToken.Not());
      default -> addWord(word);
    }
  }

  /** Brackets that open and close within a word belong to it, as in 47(1). */
  private int endOfWord() {
    int end = at;
    int inner = 0;
    while (end < text.length()) {
      char c = text.charAt(end);
      if (isSpace(c) || isQuote(c) || (c == ')' && inner == 0)) {
        break;
      }
      inner += c == '(' ? 1 : c == ')' ? -1 : 0;
      end++;
    }
    return end;
  }

  private void addWord(String word) {
    int star = word.indexOf('*');
    if (star < 0) {
      if (hasLetter(word)) {
        tokens.add(new WordsToken.Term(new Words.Word(word)));
      } else {
        dropNot();
      }
      return;
    }
    if (star != word.length() - 1) {
      throw wrong("has a * inside a word. It may only stand at the end, as in bruis*.");
    }
    String start = word.substring(0, star);
    if (start.codePoints().filter(Character::isLetterOrDigit).count() < SHORTEST_PREFIX) {
      throw wrong("has a * after fewer than two letters. Put at least two before it, as in br*.");
    }
    tokens.add(new WordsToken.Term(new Words.Prefix(start)));
  }

  /** A minus before punctuation was a dash after all. */
  private void dropNot() {
    if (!tokens.isEmpty() && tokens.getLast() instanceof WordsToken.Not && precededByMinus()) {
      tokens.removeLast();
    }
  }

  private boolean precededByMinus() {
    int before = at - 1;
    while (before >= 0 && !isSpace(text.charAt(before))) {
      if (text.charAt(before) == '-') {
        return true;
      }
      before--;
    }
    return false;
  }

  static Problem wrong(String message) {
    return Problem.invalid("q", message);
  }

  private static boolean hasLetter(String word) {
    return word.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  private static boolean isQuote(char c) {
    return QUOTES.indexOf(c) >= 0;
  }
}
