package org.cordon.stack.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {
  @TempDir Path folder;

  @Test
  void aReusedPidIsNotTakenForOurs() {
    var self = ProcessIdentity.ofThisJvm();
    assertThat(self.isAlive()).isTrue();
    assertThat(new ProcessIdentity(self.pid(), self.startTicks() + 1, self.boot()).isAlive())
        .isFalse();
    assertThat(new ProcessIdentity(self.pid(), self.startTicks(), "another boot").isAlive())
        .isFalse();
  }

  @Test
  void stoppingEndsTheWholeTreeAlsoWhenItWillNotListen() {
    var process = shell("trap '' TERM; sleep 300 & wait; sleep 300");
    var tree = process.identity().find().orElseThrow();
    assertThat(until(() -> tree.descendants().findAny().isPresent())).isTrue();
    var child = ProcessIdentity.of(tree.descendants().findAny().orElseThrow());
    process.stop(Duration.ofMillis(300));
    assertThat(process.isAlive()).isFalse();
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void aFailedStartShowsTheEndOfTheLog() {
    var process = shell("echo 'no room in the inn'; exit 3");
    assertThatThrownBy(() -> process.awaitHealthy(() -> false, Duration.ofSeconds(20)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("sample ended while it was starting")
        .hasMessageContaining("no room in the inn");
  }

  @Test
  void nothingIsInheritedButThePath() throws IOException {
    var process = shell("env");
    assertThat(until(() -> !process.isAlive())).isTrue();
    assertThat(Files.readAllLines(process.launch().log()))
        .allMatch(line -> line.matches("(PATH|LANG|MINE|PWD|SHLVL|OLDPWD|_)=.*"))
        .contains("MINE=yes");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(process.launch().log())))
        .isEqualTo("rw-------");
  }

  @Test
  void whoHoldsAPortIsNamed() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(PortOwner.of(socket.getLocalPort()))
          .hasValue("java (process " + ProcessHandle.current().pid() + ")");
      assertThat(Ports.isFree(socket.getLocalPort())).isFalse();
    }
  }

  @Test
  void aStrayIsAProgramOfOursAndNotOneThatReadsOurFiles() {
    var state = Path.of("/home/cordon/.cordon");
    assertThat(works(state, "/opt/jdk/bin/java", "-Dcordon.installation=/home/cordon/.cordon"))
        .isTrue();
    assertThat(works(state, "java", "-Des.path.conf=/home/cordon/.cordon/data/elasticsearch/x"))
        .isTrue();
    assertThat(works(state, "/x/postgres", "-D", "/home/cordon/.cordon/data/postgresql")).isTrue();
    assertThat(works(state, "tail", "-f", "/home/cordon/.cordon/data/x.log")).isFalse();
    assertThat(works(state, "java", "-Dcordon.installation=/home/cordon/.cordon-other")).isFalse();
    assertThat(works(state, "java", "-Dcordon.state=/home/cordon/.cordon")).isFalse();
  }

  @Test
  void anOwnerOnlyFileIsReplacedWhole() throws IOException {
    var file = folder.resolve("secret");
    OwnerOnly.write(file, "one");
    OwnerOnly.write(file, "two");
    assertThat(Files.readString(file)).isEqualTo("two");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var left = Files.list(folder)) {
      assertThat(left.toList()).containsExactly(file);
    }
  }

  private static boolean works(Path state, String... words) {
    return Strays.works(List.of(words), state);
  }

  private OwnedProcess shell(String script) {
    return new Launch(
            "sample",
            List.of("/bin/sh", "-c", script),
            Map.of("MINE", "yes"),
            folder,
            folder.resolve("sample.log"),
            Launch.StopSignal.TERM)
        .start();
  }

  private static boolean until(HealthCheck condition) {
    var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.passes()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Pause.briefly();
    }
    return true;
  }
}
