package org.cordon.stack.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Processes of an installation that no note tells of, known by their command lines. */
public final class Strays {
  private Strays() {}

  /** Engines and services that work in the folder; programs that merely read there are none. */
  public static List<ProcessIdentity> of(Path state) {
    return ProcessHandle.allProcesses()
        .filter(handle -> handle.pid() != ProcessHandle.current().pid())
        .filter(handle -> works(words(handle.pid()), state))
        .map(ProcessIdentity::of)
        .filter(ProcessIdentity::isAlive)
        .toList();
  }

  static boolean works(List<String> words, Path state) {
    if (words.isEmpty()) {
      return false;
    }
    var program = Path.of(words.getFirst()).getFileName();
    if (program == null) {
      return false;
    }
    var data = state + "/data/";
    return switch (program.toString()) {
      case "java" ->
          words.contains("-Dcordon.installation=" + state)
              || words.stream().anyMatch(word -> word.startsWith("-D") && word.contains(data));
      case "postgres" -> words.contains("-D") && words.contains(data + "postgresql");
      default -> false;
    };
  }

  private static List<String> words(long pid) {
    try {
      var line = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
      return Arrays.asList(line.split("\0", -1));
    } catch (IOException | java.nio.file.InvalidPathException _) {
      return List.of();
    }
  }
}
