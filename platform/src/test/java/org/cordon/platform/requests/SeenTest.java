package org.cordon.platform.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cordon.platform.problems.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenTest {
  private static final String NOW = Seen.entityTag("as it is now");

  @Test
  void whatIsShownHasOneStrongTagAndAnythingElseAnother() {
    assertThat(NOW).matches("\"[A-Za-z0-9_-]{22}\"").isEqualTo(Seen.entityTag("as it is now"));
    assertThat(Seen.entityTag("as it was")).isNotEqualTo(NOW);
  }

  @Test
  void whoeverSawItAsItIsNowMayChangeIt() {
    assertThatCode(() -> new Seen(NOW).require(NOW, "Load it again.")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "", "\"1\"", "W/\"1\""})
  void whoeverSawSomethingElseMayNot(String tag) {
    expect(new Seen(tag), Problem.Kind.CHANGED);
    expect(new Seen("W/" + NOW), Problem.Kind.CHANGED);
  }

  @Test
  void whoeverDoesNotSayMayNot() {
    expect(new Seen(null), Problem.Kind.PRECONDITION_REQUIRED);
  }

  private static void expect(Seen seen, Problem.Kind kind) {
    assertThatThrownBy(() -> seen.require(NOW, "Load it again."))
        .isInstanceOfSatisfying(Problem.class, it -> assertThat(it.kind()).isEqualTo(kind));
  }
}
