package org.cordon.evidence.overlaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "\"The School, rang: (again)!\" | the school rang again",
        "\"I didn’t go; I DIDN'T\" | i didnt go i didnt",
        "\"multi-agency  multi‑agency\" | multiagency multiagency",
        "\"he left -- then came—back\" | he left then came back",
        "\"ﬁve ＡＢＣ ①\" | five abc 1",
        "\"cafe\u0301 café\" | café café",
        "\"safe\u00adguarding zero\u200bwidth\" | safeguarding zerowidth",
        "\"a\u00a0b\u2003c\" | a b c",
        "\"*emphasis* and __strong__ | cell\" | emphasis and strong cell",
        "\"家族会議 met\" | 家 族 会 議 met",
        "\"!!! -- ...\" | \"\"",
      })
  void punctuationWhiteSpaceCaseAndFormMakeNoDifference(String text, String words)
      throws IOException {
    assertThat(String.join(" ", words(text))).isEqualTo(words);
  }

  @Test
  void aWordBrokenOverTwoLinesIsOneAndAListIsNot() throws IOException {
    assertThat(words("safe-\n   guarding")).containsExactly("safeguarding");
    assertThat(words("safe-\r\nguarding")).containsExactly("safeguarding");
    assertThat(words("asked:\n- one\n- two")).containsExactly("asked", "one", "two");
    assertThat(words("one- two")).containsExactly("one", "two");
  }

  @Test
  void aWordWithoutEndIsCutAfter64Letters() throws IOException {
    assertThat(words("x".repeat(10_000))).hasSize(157).allMatch(word -> word.length() <= 64);
  }

  private static List<String> words(String text) throws IOException {
    List<String> words = new ArrayList<>();
    Words.read(new StringReader(text), words::add);
    return words;
  }
}
