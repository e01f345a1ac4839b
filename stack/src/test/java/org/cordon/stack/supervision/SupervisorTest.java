package org.cordon.stack.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cordon.stack.processes.HealthCheck;
import org.cordon.stack.processes.Launch;
import org.cordon.stack.processes.Pause;
import org.cordon.stack.processes.ProcessIdentity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The supervisor over small shell programs instead of engines. */
class SupervisorTest {
  @TempDir Path folder;
  private RunFolder notes;

  @BeforeEach
  void makeFolders() throws IOException {
    Files.createDirectories(folder.resolve("run"));
    notes = new RunFolder(folder.resolve("run"));
  }

  @AfterEach
  void endAll() {
    Supervisor.endLeftovers(notes);
  }

  @Test
  void oneThatWaitsForAnotherStartsAfterIt() throws IOException {
    var supervisor = supervise(program("second", Set.of("first")), program("first", Set.of()));
    assertThat(supervisor.start()).isTrue();
    assertThat(Files.readAllLines(folder.resolve("order"))).containsExactly("first", "second");
    supervisor.stop();
    assertThat(notes.all()).isEmpty();
  }

  @Test
  void theNextSupervisorTakesOverWhatRunsAndStartsOnlyWhatIsMissing() {
    assertThat(supervise(program("first", Set.of()), program("second", Set.of())).start()).isTrue();
    var first = identity("first");
    kill("second");
    // The one before was killed: nobody stopped anything.
    var next = supervise(program("first", Set.of()), program("second", Set.of()));
    assertThat(next.start()).isTrue();
    assertThat(identity("first")).isEqualTo(first);
    assertThat(identity("second").isAlive()).isTrue();
    assertThat(Board.read(notes.board()).events()).anyMatch(line -> line.contains("runs already"));
  }

  @Test
  void oneThatLivesButDoesNotAnswerIsStartedAnew() throws IOException {
    assertThat(supervise(program("first", Set.of())).start()).isTrue();
    var before = identity("first");
    Files.delete(folder.resolve("first.ready"));
    assertThat(supervise(program("first", Set.of())).start()).isTrue();
    assertThat(before.isAlive()).isFalse();
    assertThat(identity("first").isAlive()).isTrue();
  }

  @Test
  void whatEndsIsStartedAgainAndARepairStartsItAtOnce() {
    var supervisor = supervise(program("first", Set.of()));
    assertThat(supervisor.start()).isTrue();
    var before = identity("first");
    var watching = Thread.ofVirtual().start(supervisor::watch);
    kill("first");
    notes.requestRepair();
    assertThat(until(() -> notes.find("first").isPresent())).isTrue();
    assertThat(identity("first")).isNotEqualTo(before);
    supervisor.stop();
    assertThat(until(() -> !watching.isAlive())).isTrue();
  }

  @Test
  void whenOneDoesNotStartWhatWasStartedWithItIsStopped() {
    var failing = component("second", "echo out of order; exit 1", Set.of("first"), () -> false);
    var supervisor = supervise(program("first", Set.of()), failing);
    assertThat(supervisor.start()).isFalse();
    assertThat(notes.all()).isEmpty();
    var board = Board.read(notes.board());
    assertThat(board.outcome()).hasValue(Board.Outcome.FAILED);
    assertThat(board.events()).anyMatch(line -> line.contains("out of order"));
  }

  @Test
  void onlyOneSupervisesAtATime() throws IOException {
    try (var lock = notes.trySupervise().orElseThrow()) {
      assertThat(lock.isValid()).isTrue();
      assertThat(notes.supervisor()).hasValue(ProcessIdentity.ofThisJvm());
    }
  }

  @Test
  void aLogThatGrewTooLongIsSetAside() throws IOException {
    var log = Files.writeString(folder.resolve("gateway.log"), "x".repeat(2000));
    Files.writeString(folder.resolve("small.log"), "x");
    new LogFiles(folder, 1000).bound();
    assertThat(log).isEmptyFile();
    assertThat(folder.resolve("gateway.log.1")).hasSize(2000);
    assertThat(folder.resolve("small.log")).hasSize(1);
  }

  private Supervisor supervise(Component... components) {
    return new Supervisor(List.of(components), notes, new LogFiles(folder), Duration.ofMillis(500));
  }

  private Component program(String name, Set<String> after) {
    var ready = folder.resolve(name + ".ready");
    var script = "echo %s >> order; touch %s; exec sleep 600".formatted(name, ready);
    return component(name, script, after, () -> Files.exists(ready));
  }

  private Component component(String name, String script, Set<String> after, HealthCheck health) {
    return new Component(
        name,
        Component.Kind.ENGINE,
        after,
        () ->
            new Launch(
                name,
                List.of("/bin/sh", "-c", script),
                Map.of(),
                folder,
                folder.resolve(name + ".log"),
                Launch.StopSignal.TERM),
        health,
        Duration.ofSeconds(20),
        () -> {});
  }

  private ProcessIdentity identity(String name) {
    return notes.find(name).orElseThrow().identity();
  }

  private void kill(String name) {
    var identity = identity(name);
    identity.find().orElseThrow().destroyForcibly();
    assertThat(until(() -> !identity.isAlive())).isTrue();
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
