package org.cordon.stack.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who listens on a port, as far as this user may know. */
public final class PortOwner {
  private static final String LISTENING = "0A";

  private PortOwner() {}

  /** The program's name and pid, when they can be found out. */
  public static Optional<String> of(int port) {
    var sockets =
        Stream.of("/proc/net/tcp", "/proc/net/tcp6")
            .flatMap(table -> listeners(Path.of(table), port))
            .collect(Collectors.toSet());
    return sockets.isEmpty()
        ? Optional.empty()
        : ProcessHandle.allProcesses()
            .filter(handle -> holds(handle.pid(), sockets))
            .findFirst()
            .map(handle -> program(handle) + " (process " + handle.pid() + ")");
  }

  private static Stream<String> listeners(Path table, int port) {
    var suffix = String.format(Locale.ROOT, ":%04X", port);
    try {
      return Files.readAllLines(table).stream()
          .map(line -> List.of(line.strip().split("\\s+")))
          .filter(fields -> fields.size() > 9)
          .filter(fields -> fields.get(1).endsWith(suffix) && fields.get(3).equals(LISTENING))
          .map(fields -> "socket:[" + fields.get(9) + "]");
    } catch (IOException _) {
      return Stream.empty();
    }
  }

  private static boolean holds(long pid, Set<String> sockets) {
    try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      return open.anyMatch(descriptor -> sockets.contains(target(descriptor)));
    } catch (IOException | UncheckedIOException _) {
      return false;
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException _) {
      return "";
    }
  }

  private static String program(ProcessHandle handle) {
    return handle
        .info()
        .command()
        .map(command -> String.valueOf(Path.of(command).getFileName()))
        .orElse("another program");
  }
}
