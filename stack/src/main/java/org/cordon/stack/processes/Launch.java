package org.cordon.stack.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to start and how to stop it. The command line carries no secret, because every user of the
 * machine can read it; secrets travel in files or in the environment. The environment given here is
 * the whole of it: nothing is inherited but {@code PATH}.
 */
public record Launch(
    String name,
    List<String> command,
    Map<String, String> environment,
    Path directory,
    Path log,
    StopSignal stopSignal) {

  /** How a process is asked to end; PostgreSQL leaves its clients waiting on anything but INT. */
  public enum StopSignal {
    TERM,
    INT
  }

  public Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** Starts it, with everything it prints appended to {@link #log}. */
  public OwnedProcess start() {
    var builder = new ProcessBuilder(Sessions.own(command)).directory(directory.toFile());
    var inherited = builder.environment();
    var path = inherited.getOrDefault("PATH", "/usr/bin:/bin");
    inherited.clear();
    inherited.put("PATH", path);
    inherited.put("LANG", "C.UTF-8");
    inherited.putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      OwnerOnly.createFile(log);
      return new OwnedProcess(this, ProcessIdentity.of(builder.start().toHandle()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + name + ": " + command.getFirst(), e);
    }
  }
}
