package org.cordon.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cordon.platform.problems.Problem;
import org.cordon.search.index.SnippetMarks;

/**
 * Reads what a person typed. Words stand side by side and all must be there; {@code OR} lets the
 * two beside it stand for each other and binds closer than standing side by side, so that {@code
 * bruise OR injury arm} looks for an arm and either of the two; {@code "…"} is a phrase as written;
 * {@code -word} or {@code NOT word} must not be there; {@code bruis*} is the beginning of a word;
 * brackets group.
 *
 * <p>At most 500 characters, 50 words and 5 brackets deep. What does not fit is a {@link Problem}
 * that says what to do; it never repeats the words.
 */
public final class WordsParser {
  static final int MAX_LENGTH = 500;
  static final int MAX_TERMS = 50;
  static final int MAX_DEPTH = 5;

  private final List<WordsToken> tokens;
  private int at;

  private WordsParser(List<WordsToken> tokens) {
    this.tokens = tokens;
  }

  /**
   * What was looked for; empty when nothing was typed.
   *
   * @throws Problem INVALID about field {@code q}
   */
  public static Optional<Words> parse(String typed) {
    if (typed.length() > MAX_LENGTH) {
      throw WordsTokens.wrong(
          "is longer than "
              + MAX_LENGTH
              + " characters. Use fewer words, or the most telling phrase.");
    }
    if (typed.isBlank()) {
      return Optional.empty();
    }
    List<WordsToken> tokens = WordsTokens.of(SnippetMarks.clean(typed));
    if (tokens.stream().filter(WordsToken.Term.class::isInstance).count() > MAX_TERMS) {
      throw WordsTokens.wrong("has more than " + MAX_TERMS + " words. Use the most telling ones.");
    }
    WordsParser parser = new WordsParser(tokens);
    Words words = parser.all(0);
    if (parser.at < tokens.size()) {
      throw new IllegalStateException("a token was left over");
    }
    return Optional.of(words);
  }

  private Words all(int depth) {
    if (depth > MAX_DEPTH) {
      throw WordsTokens.wrong("has brackets more than " + MAX_DEPTH + " deep. Use fewer.");
    }
    List<Words> parts = new ArrayList<>();
    while (at < tokens.size() && !(tokens.get(at) instanceof WordsToken.Close)) {
      if (tokens.get(at) instanceof WordsToken.And) {
        skipAnd(parts);
      } else {
        parts.add(either(depth));
      }
    }
    if (parts.isEmpty()) {
      throw WordsTokens.wrong(
          depth == 0
              ? "has no word in it. Type at least one."
              : "has brackets with nothing between them. Put a word in, or take them away.");
    }
    return parts.size() == 1 ? parts.getFirst() : new Words.All(parts);
  }

  private void skipAnd(List<Words> parts) {
    at++;
    if (parts.isEmpty() || !startsPart()) {
      throw WordsTokens.wrong("has AND without a word on both sides. Add one, or write it small.");
    }
  }

  private Words either(int depth) {
    List<Words> choices = new ArrayList<>();
    choices.add(part(depth));
    while (at < tokens.size() && tokens.get(at) instanceof WordsToken.Or) {
      at++;
      if (!startsPart()) {
        throw loneOr();
      }
      choices.add(part(depth));
    }
    return choices.size() == 1 ? choices.getFirst() : new Words.Either(choices);
  }

  private boolean startsPart() {
    return at < tokens.size()
        && switch (tokens.get(at)) {
          case WordsToken.Open _, WordsToken.Not _, WordsToken.Term _ -> true;
          case WordsToken.Close _, WordsToken.Or _, WordsToken.And _ -> false;
        };
  }

  private Words part(int depth) {
    return switch (tokens.get(at)) {
      case WordsToken.Term term -> {
        at++;
        yield term.words();
      }
      case WordsToken.Not _ -> {
        at++;
        if (!startsPart() || tokens.get(at) instanceof WordsToken.Not) {
          throw WordsTokens.wrong(
              "says what must not be there, but no word follows. Put the word right after the - or NOT.");
        }
        yield new Words.Not(part(depth));
      }
      case WordsToken.Open _ -> {
        at++;
        Words inner = all(depth + 1);
        at++;
        yield inner;
      }
      case WordsToken.Or _ -> throw loneOr();
      case WordsToken.Close _, WordsToken.And _ ->
          throw new IllegalStateException("not the start of a part");
    };
  }

  private static Problem loneOr() {
    return WordsTokens.wrong("has OR without a word on both sides. Add one, or write it small.");
  }
}
