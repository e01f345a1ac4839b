package org.cordon.evidence.overlaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cordon.evidence.objects.KeyedHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What copying with changes is noticed, and what is not; docs/overlaps.md tells readers the same.
 */
class ParaphraseTest {
  private static final KeyedHash HASH = KeyedHash.of(new byte[KeyedHash.KEY_BYTES]);
  private static final String ACCOUNT =
      "When I came back to the office that evening my manager had already closed the file, and"
          + " nobody had told the health visitor that the family was moving to another county"
          + " before the end of the week";

  @Test
  void theSameWordsInAnotherDressAreFound() {
    assertThat(isFound("“WHEN I came back to the office – that evening! – my manager had already"))
        .isTrue();
  }

  @Test
  void everyTenthWordChangedIsFound() {
    assertThat(isFound(everyNthChanged(10))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6})
  void everyFifthWordChangedIsNotFoundNorEverySixth(int nth) {
    assertThat(isFound(everyNthChanged(nth))).isFalse();
  }

  @Test
  void aSynonymNowAndThenIsNotFound() {
    assertThat(
            isFound(
                "When I returned to the office that night my boss had already shut the file, and"
                    + " no one had told the nurse that the family was going to another county"
                    + " before the close of the week"))
        .isFalse();
  }

  @Test
  void clausesOfNineWordsInAnotherOrderAreFound() {
    assertThat(
            isFound(
                "The family was moving to another county before the end of the week, and nobody"
                    + " had told the health visitor; my manager had already closed the file when I"
                    + " came back to the office that evening"))
        .isTrue();
  }

  @Test
  void clausesOfFiveWordsInAnotherOrderAreNot() {
    assertThat(
            isFound(
                "That evening my manager had, when I came back to, already closed the file; the"
                    + " office. That the family was, and nobody had told the, before the end of,"
                    + " moving to another county, the week health visitor"))
        .isFalse();
  }

  @Test
  void tellingItInOtherWordsIsNotFound() {
    assertThat(
            isFound(
                "The file was shut before the worker returned, and the health visitor was never"
                    + " told about the move"))
        .isFalse();
  }

  @Test
  void anotherPersonAndTenseBreakTheRunsTheyTouch() {
    assertThat(isFound("When she came back to the office her manager had closed the file"))
        .isFalse();
  }

  @Test
  void lettersThatOnlyLookTheSameAreNotFound() {
    assertThat(isFound(ACCOUNT.replace('e', 'е').replace('a', 'а'))).isFalse();
  }

  @Test
  void aWordPutBetweenEveryFewIsNotFound() {
    String[] words = ACCOUNT.split(" ", -1);
    String padded =
        IntStream.range(0, words.length)
            .mapToObj(i -> i % 5 == 4 ? words[i] + " indeed" : words[i])
            .collect(Collectors.joining(" "));

    assertThat(isFound(padded)).isFalse();
  }

  private static String everyNthChanged(int nth) {
    String[] words = ACCOUNT.split(" ", -1);
    return IntStream.range(0, words.length)
        .mapToObj(i -> i % nth == nth - 1 ? "changed" + i : words[i])
        .collect(Collectors.joining(" "));
  }

  private static boolean isFound(String text) {
    Set<Long> held = new HashSet<>();
    Set<Long> asked = new HashSet<>();
    try {
      ReadWords.fingerprints(new StringReader(ACCOUNT), HASH, held::add);
      Words.read(new StringReader(text), new Shingles(HASH, asked::add)::add);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    asked.retainAll(held);
    return !asked.isEmpty();
  }
}
