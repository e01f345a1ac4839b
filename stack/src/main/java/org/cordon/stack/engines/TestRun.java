package org.cordon.stack.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.cordon.stack.processes.Folders;
import org.cordon.stack.processes.Launch;
import org.cordon.stack.processes.OwnedProcess;
import org.cordon.stack.processes.ProcessIdentity;

/**
 * The engines of one test JVM. Each is noted in a file, so that those of a JVM that was killed are
 * ended, and their data deleted, by the next test run in the same module.
 */
final class TestRun {
  static final TestRun CURRENT = begin();

  private static final String OWNER = "owner";
  private static final String PROCESSES = "processes";

  private final Path folder;
  private final List<OwnedProcess> processes = new CopyOnWriteArrayList<>();

  private TestRun(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  synchronized OwnedProcess remember(OwnedProcess process) {
    processes.add(process);
    try {
      Files.write(
          folder.resolve(PROCESSES),
          processes.stream().map(known -> line(known.identity())).toList());
    } catch (IOException e) {
      process.stop(Duration.ZERO);
      throw new UncheckedIOException(e);
    }
    return process;
  }

  private static TestRun begin() {
    var all = Path.of("target", "engine-data").toAbsolutePath();
    try {
      Files.createDirectories(all);
      endLeftovers(all);
      var self = ProcessIdentity.ofThisJvm();
      var folder = Files.createDirectories(all.resolve(Long.toString(self.pid())));
      Files.writeString(folder.resolve(OWNER), line(self));
      var run = new TestRun(folder);
      Runtime.getRuntime().addShutdownHook(new Thread(run::end, "test-engines-end"));
      return run;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a place for the engines' data", e);
    }
  }

  private static void endLeftovers(Path all) throws IOException {
    try (Stream<Path> runs = Files.list(all)) {
      for (var run : runs.toList()) {
        if (identities(run.resolve(OWNER)).stream().noneMatch(ProcessIdentity::isAlive)) {
          for (var identity : identities(run.resolve(PROCESSES))) {
            OwnedProcess.stop(identity, Launch.StopSignal.INT, Duration.ofSeconds(5));
          }
          Folders.delete(run);
        }
      }
    }
  }

  private void end() {
    for (var process : processes) {
      process.stop(Duration.ofSeconds(3));
    }
    try {
      Folders.delete(folder);
    } catch (IOException _) {
      // A file that cannot be deleted now is deleted by the next run.
    }
  }

  private static String line(ProcessIdentity identity) {
    return identity.pid() + " " + identity.startTicks() + " " + identity.boot();
  }

  private static List<ProcessIdentity> identities(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    return Files.readAllLines(file).stream()
        .map(line -> line.split(" ", -1))
        .filter(parts -> parts.length == 3)
        .map(p -> new ProcessIdentity(Long.parseLong(p[0]), Long.parseLong(p[1]), p[2]))
        .toList();
  }
}
