package org.cordon.platform.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cordon.platform.problems.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionTest {

  @Test
  void theRevisionThatWasSeenLeadsToTheNext() {
    assertThat(Revision.require(Revision.tag(3)).next(3)).isEqualTo(4);
    assertThat(Revision.require("\"0\"").next(0)).isEqualTo(1);
  }

  @Test
  void whoeverSawAnotherStateIsTurnedAway() {
    assertThatThrownBy(() -> Revision.require("\"3\"").next(4))
        .isInstanceOfSatisfying(
            Problem.class, it -> assertThat(it.kind()).isEqualTo(Problem.Kind.CHANGED));
  }

  @Test
  void whoeverDoesNotSayWhatTheySawIsAskedTo() {
    assertThatThrownBy(() -> Revision.require(null))
        .isInstanceOfSatisfying(
            Problem.class,
            it -> assertThat(it.kind()).isEqualTo(Problem.Kind.PRECONDITION_REQUIRED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "*", "3", "W/\"3\"", "\"-1\"", "\"3\", \"4\"", "\"99999999999\"", "\"x\""})
  void whatNoRevisionCouldBeIsOneThatIsGone(String tag) {
    assertThatThrownBy(() -> Revision.require(tag))
        .isInstanceOfSatisfying(
            Problem.class, it -> assertThat(it.kind()).isEqualTo(Problem.Kind.CHANGED));
  }
}
