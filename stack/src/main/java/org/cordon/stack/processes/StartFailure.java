package org.cordon.stack.processes;

import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A process did not come up; the message says which, how, and ends with the tail of its log. */
public final class StartFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;
  private static final int TAIL = 15;

  public StartFailure(String name, String what, Path log) {
    super(name + " " + what + ". The end of " + log + ":\n" + tail(log));
  }

  private static String tail(Path log) {
    try {
      var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      return lines.stream()
          .skip(Math.max(0, lines.size() - TAIL))
          .map(line -> "    " + line)
          .collect(Collectors.joining("\n"));
    } catch (IOException _) {
      return "    (no log)";
    }
  }
}
