package org.cordon.platform.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cordon.platform.problems.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {

  @Test
  void aLineIsStrippedAndComposed() {
    assertThat(Line.require("name", "  Zoe\u0308 Adair \t", 20)).isEqualTo("Zo\u00eb Adair");
  }

  @Test
  void theLimitCountsCharactersAndNotTheirHalves() {
    String emoji = "\uD83D\uDC3F";
    assertThat(Line.require("name", emoji.repeat(5), 5)).isEqualTo(emoji.repeat(5));
    assertThatThrownBy(() -> Line.require("name", emoji.repeat(6), 5)).isInstanceOf(Problem.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "a\u0000b",
        "a\nb",
        "a\u001bb",
        "a\u202Eb",
        "a\u2066b",
        "a\u2028b",
        "a\uD800b",
        "a\u007fb",
        "\uFEFFa",
        "a\u0085b"
      })
  void whatIsNoPlainLineIsRefused(String text) {
    assertThatThrownBy(() -> Line.require("name", text, 200))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("name: ");
  }
}
