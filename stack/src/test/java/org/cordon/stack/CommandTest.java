package org.cordon.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.OptionalInt;
import org.cordon.stack.Command.Misunderstood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {

  @Test
  void optionsMayComeInAnyOrder() {
    assertThat(Command.parse("up", "--port", "8090", "--demo"))
        .isEqualTo(new Command.Up(true, false, OptionalInt.of(8090)));
    assertThat(Command.parse("up", "--detach"))
        .isEqualTo(new Command.Up(false, true, OptionalInt.empty()));
    assertThat(Command.parse("logs", "--lines", "5", "gateway"))
        .isEqualTo(new Command.Logs(Optional.of("gateway"), 5));
    assertThat(Command.parse("status", "--json")).isEqualTo(new Command.Status(true));
    assertThat(Command.parse("token", "alison.keeble"))
        .isEqualTo(new Command.Token("alison.keeble"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "start",
        "up now",
        "up --port",
        "up --port x",
        "up --port 0",
        "up --port 65536",
        "up --demo --demo",
        "down --now",
        "status json",
        "token",
        "token a b",
        "logs --lines -1"
      })
  void whatIsNotUnderstoodIsRefused(String line) {
    var words = line.isEmpty() ? new String[0] : line.split(" ", -1);
    assertThatThrownBy(() -> Command.parse(words)).isInstanceOf(Misunderstood.class);
  }
}
