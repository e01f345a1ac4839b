package org.cordon.stack.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end. */
public final class Tool {
  private static final long LIMIT_MINUTES = 5;

  private Tool() {}

  /** What it prints goes to the log; anything but exit code 0 is a failure that shows the log. */
  public static void run(
      String name, List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    Files.createDirectories(log.getParent());
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.directory(Path.of("/").toFile());
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    var process = builder.start();
    try {
      if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new StartFailure(name, "did not finish preparing in " + LIMIT_MINUTES + " min", log);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
    if (process.exitValue() != 0) {
      throw new StartFailure(name, "could not be prepared (exit " + process.exitValue() + ")", log);
    }
  }
}
