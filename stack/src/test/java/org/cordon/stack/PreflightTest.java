package org.cordon.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.cordon.stack.installation.Installation;
import org.cordon.stack.supervision.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

  @Test
  void aTakenPortIsNamedWithItsOwnerAndAWayOut(@TempDir Path state) throws IOException {
    var installation = new Installation(state, state);
    installation.create();
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var settings = installation.settings();
      settings.port(socket.getLocalPort());
      var preflight = new Preflight(installation, new RunFolder(installation.run()));
      assertThatThrownBy(() -> preflight.requireRoom(settings))
          .isInstanceOf(Unready.class)
          .hasMessageContaining("Port %d is taken by java (process ", socket.getLocalPort())
          .hasMessageContaining("./cordon up --port");
    }
  }

  @Test
  void tooLittleMemoryIsSaidWithNumbers() {
    assertThatThrownBy(() -> Preflight.requireMemory(1024))
        .isInstanceOf(Unready.class)
        .hasMessageContaining("1.0 GiB of memory are free and Cordon needs 2.5");
    assertThatCode(() -> Preflight.requireMemory(8192)).doesNotThrowAnyException();
  }
}
