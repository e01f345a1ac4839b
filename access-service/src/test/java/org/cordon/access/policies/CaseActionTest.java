package org.cordon.access.policies;

import static org.assertj.core.api.Assertions.assertThat;

import org.cordon.platform.access.CaseAction;
import org.cordon.platform.access.ItemAction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What other services ask by name is what the policies know by that name. */
class CaseActionTest {

  @ParameterizedTest
  @EnumSource
  void whatIsAskedOfACaseIsAnActionOfCases(CaseAction action) {
    assertThat(Action.of(action.actionName()))
        .hasValueSatisfying(it -> {
          assertThat(it.name()).isEqualTo(action.name());
          assertThat(it.isOfCase()).isTrue();
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatIsAskedOfAVersionIsAnActionOfVersions(ItemAction action) {
    assertThat(Action.of(action.actionName()))
        .hasValueSatisfying(it -> {
          assertThat(it.name()).isEqualTo(action.name());
          assertThat(it.isOfVersion()).isTrue();
        });
  }
}
