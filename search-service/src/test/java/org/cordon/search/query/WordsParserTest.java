package org.cordon.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.cordon.platform.problems.Problem;
import org.cordon.search.query.Words.All;
import org.cordon.search.query.Words.Either;
import org.cordon.search.query.Words.Not;
import org.cordon.search.query.Words.Phrase;
import org.cordon.search.query.Words.Prefix;
import org.cordon.search.query.Words.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsParserTest {

  private static Words parse(String typed) {
    return WordsParser.parse(typed).orElseThrow();
  }

  @Test
  void wordsSideBySideMustAllBeThere() {
    assertThat(parse("left  arm")).isEqualTo(new All(List.of(new Word("left"), new Word("arm"))));
    assertThat(parse("left AND arm")).isEqualTo(parse("left arm"));
  }

  @Test
  void orBindsCloserThanStandingSideBySide() {
    assertThat(parse("bruise OR injury arm"))
        .isEqualTo(
            new All(
                List.of(
                    new Either(List.of(new Word("bruise"), new Word("injury"))), new Word("arm"))));
  }

  @Test
  void quotationMarksMakeAPhraseAlsoTheCurlyOnes() {
    assertThat(parse("\"social worker\"")).isEqualTo(new Phrase("social worker"));
    assertThat(parse("\u201Csocial worker\u201D")).isEqualTo(new Phrase("social worker"));
  }

  @Test
  void aMinusOrNotKeepsAWordOut() {
    assertThat(parse("arm -left"))
        .isEqualTo(new All(List.of(new Word("arm"), new Not(new Word("left")))));
    assertThat(parse("arm NOT \"left leg\""))
        .isEqualTo(new All(List.of(new Word("arm"), new Not(new Phrase("left leg")))));
    assertThat(parse("well-being")).isEqualTo(new Word("well-being"));
    assertThat(parse("Smith - Jones"))
        .isEqualTo(new All(List.of(new Word("Smith"), new Word("Jones"))));
  }

  @Test
  void aStarAtTheEndMakesABeginning() {
    assertThat(parse("bruis*")).isEqualTo(new Prefix("bruis"));
  }

  @Test
  void bracketsGroupAndThoseInsideAWordDoNot() {
    assertThat(parse("(left arm) OR leg"))
        .isEqualTo(
            new Either(
                List.of(new All(List.of(new Word("left"), new Word("arm"))), new Word("leg"))));
    assertThat(parse("section 47(1)"))
        .isEqualTo(new All(List.of(new Word("section"), new Word("47(1)"))));
  }

  @Test
  void nothingTypedLooksForNothing() {
    assertThat(WordsParser.parse("")).isEmpty();
    assertThat(WordsParser.parse(" \t ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"social worker | quotation mark that is not closed",
        "a \"\" b        | no word between them",
        "OR              | OR without a word on both sides",
        "arm OR          | OR without a word on both sides",
        "OR arm          | OR without a word on both sides",
        "arm AND         | AND without a word on both sides",
        "AND arm         | AND without a word on both sides",
        "arm NOT         | no word follows",
        "arm -OR         | no word follows",
        "NOT NOT arm     | no word follows",
        "*               | fewer than two letters",
        "b*              | fewer than two letters",
        "br*ise          | inside a word",
        "\"soc* work\"   | between quotation marks",
        "(arm            | not closed",
        "arm)            | without a (",
        "()              | nothing between them",
        "((((((arm))))))  | deep",
        "...             | no word in it",
        "-               | no word in it",
      })
  void whatCannotBeReadIsExplained(String typed, String explanation) {
    assertThatThrownBy(() -> WordsParser.parse(typed))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("q: ")
        .hasMessageContaining(explanation)
        .extracting(problem -> ((Problem) problem).kind())
        .isEqualTo(Problem.Kind.INVALID);
  }

  @Test
  void fiveHundredCharactersAndFiftyWordsAreTheLimits() {
    assertThat(WordsParser.parse("x".repeat(500))).isPresent();
    assertThatThrownBy(() -> WordsParser.parse("x".repeat(501)))
        .hasMessageContaining("longer than 500 characters");
    assertThat(WordsParser.parse("ab ".repeat(50))).isPresent();
    assertThatThrownBy(() -> WordsParser.parse("ab ".repeat(51)))
        .hasMessageContaining("more than 50 words");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anyTextIsReadOrExplained(long seed) {
    Random random = new Random(seed);
    String letters =
        "ab \"()-*'OR AND NOT \u2019\u201C\u201D&\u00E9\uD83D\uDE00\uD83D\u0000~^[]{}:/\\";
    for (int i = 0; i < 2_000; i++) {
      StringBuilder typed = new StringBuilder();
      for (int n = random.nextInt(40); n > 0; n--) {
        typed.append(
            random.nextInt(12) == 0 ? " OR " : letters.charAt(random.nextInt(letters.length())));
      }
      try {
        WordsParser.parse(typed.toString()).ifPresent(WordsQuery::of);
      } catch (Problem explained) {
        assertThat(explained.errors()).hasSize(1);
      }
    }
  }
}
