package org.cordon.acceptance.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the launcher script as a person at a terminal would.
 *
 * @param root the checkout
 * @param state the folder of the installation
 */
public record Launcher(Path root, Path state) {

  /** What a command came to. */
  public record Outcome(int exit, String output, String errors, Duration took) {

    /** The same outcome, unless the command failed. */
    public Outcome requireDone() {
      if (exit != 0) {
        throw new AssertionError("./cordon ended with " + exit + ":\n" + output + errors);
      }
      return this;
    }
  }

  /** Runs {@code ./cordon} with these arguments and waits for its end. */
  public Outcome run(Duration limit, String... arguments) {
    try {
      // Files, not pipes: what up --detach leaves running would hold a pipe open.
      var output = Files.createTempFile("cordon-out", ".txt");
      var errors = Files.createTempFile("cordon-err", ".txt");
      try {
        return run(limit, List.of(arguments), output, errors);
      } finally {
        Files.deleteIfExists(output);
        Files.deleteIfExists(errors);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Outcome run(Duration limit, List<String> arguments, Path output, Path errors)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(root.resolve("cordon").toString());
    command.addAll(arguments);
    var builder =
        new ProcessBuilder(command)
            .directory(root.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.environment().put("CORDON_STATE", state.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    if (Files.isDirectory(root.resolve("gateway/target"))) {
      builder.environment().put("CORDON_NO_BUILD", "1");
    }
    long begin = System.nanoTime();
    var process = builder.start();
    process.getOutputStream().close();
    boolean ended = waitFor(process, limit);
    if (!ended) {
      process.destroyForcibly();
    }
    var took = Duration.ofNanos(System.nanoTime() - begin);
    var said = Files.readString(output);
    var complained = Files.readString(errors);
    if (!ended) {
      throw new AssertionError(
          "./cordon %s did not end in %d s:%n%s%s"
              .formatted(String.join(" ", arguments), limit.toSeconds(), said, complained));
    }
    return new Outcome(process.exitValue(), said, complained, took);
  }

  private static boolean waitFor(Process process, Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
