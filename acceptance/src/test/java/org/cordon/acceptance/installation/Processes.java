package org.cordon.acceptance.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cordon.stack.processes.ProcessIdentity;

/**
 * The processes of one installation, from the launcher's notes and from /proc.
 *
 * @param state the folder of the installation
 */
public record Processes(Path state) {
  private static final Path PROC = Path.of("/proc");

  /** The process that the launcher noted under this name, if it lives. */
  public Optional<ProcessIdentity> find(String name) {
    return noted(state.resolve("run").resolve(name + ".process"));
  }

  public ProcessIdentity require(String name) {
    return find(name).orElseThrow(() -> new AssertionError(name + " does not run"));
  }

  public Optional<ProcessIdentity> supervisor() {
    return noted(state.resolve("run/supervisor"));
  }

  private static Optional<ProcessIdentity> noted(Path note) {
    return text(note)
        .map(line -> line.strip().split(" ", -1))
        .map(p -> new ProcessIdentity(Long.parseLong(p[0]), Long.parseLong(p[1]), p[2]))
        .filter(ProcessIdentity::isAlive);
  }

  /** Ends a process without giving it a chance to tidy up. */
  public void kill(String name) {
    signal("KILL", require(name).pid());
    Await.until(java.time.Duration.ofSeconds(10), name + " is gone", () -> find(name).isEmpty());
  }

  /** Holds the supervisor, so that what is killed stays away, until {@link #releaseSupervisor}. */
  public void holdSupervisor() {
    supervisor().ifPresent(identity -> signal("STOP", identity.pid()));
  }

  public void releaseSupervisor() {
    supervisor().ifPresent(identity -> signal("CONT", identity.pid()));
  }

  private static void signal(String signal, long pid) {
    try {
      int exit = new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
      if (exit != 0) {
        throw new AssertionError("kill -" + signal + " " + pid + " ended with " + exit);
      }
    } catch (IOException e) {
      throw new AssertionError("Cannot signal " + pid, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  /** Every living process of the installation: noted, descended from one, or running from it. */
  public Set<Long> all() {
    var roots = new TreeSet<Long>();
    supervisor().ifPresent(identity -> roots.add(identity.pid()));
    try (Stream<Path> notes = Files.list(state.resolve("run"))) {
      notes.flatMap(note -> safelyNoted(note).stream()).forEach(id -> roots.add(id.pid()));
    } catch (IOException _) {
      // Nothing is installed, so nothing is noted.
    }
    var all = new TreeSet<Long>();
    for (long root : roots) {
      all.add(root);
      ProcessHandle.of(root).stream()
          .flatMap(ProcessHandle::descendants)
          .filter(ProcessHandle::isAlive)
          .forEach(child -> all.add(child.pid()));
    }
    all.addAll(touching());
    return all;
  }

  private static Optional<ProcessIdentity> safelyNoted(Path note) {
    return note.getFileName().toString().endsWith(".process") ? noted(note) : Optional.empty();
  }

  /** Processes whose command line or working folder names the installation's folder. */
  public Set<Long> touching() {
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> pid != ProcessHandle.current().pid())
        .filter(pid -> commandLine(pid).contains(state.toString()) || worksIn(pid))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean worksIn(long pid) {
    try {
      return Files.readSymbolicLink(PROC.resolve(pid + "/cwd")).startsWith(state);
    } catch (IOException _) {
      return false;
    }
  }

  /** What {@code ps} shows of a process; empty when it has gone. */
  public static String commandLine(long pid) {
    return text(PROC.resolve(pid + "/cmdline")).orElse("").replace('\0', ' ');
  }

  /** Resident memory in bytes; {@code Rss} counts shared pages in full, {@code Pss} by share. */
  public static long memory(long pid, String kind) {
    return text(PROC.resolve(pid + "/smaps_rollup")).stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith(kind + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .sum();
  }

  /** Local addresses, as /proc/net writes them, on which these processes listen. */
  public static List<String> listening(Set<Long> pids) {
    var sockets = new TreeSet<String>();
    pids.forEach(pid -> sockets.addAll(socketsOf(pid)));
    var addresses = new ArrayList<String>();
    for (var table : List.of("tcp", "tcp6")) {
      text(PROC.resolve("net").resolve(table)).stream()
          .flatMap(String::lines)
          .skip(1)
          .map(line -> line.strip().split("\\s+"))
          .filter(fields -> fields[3].equals("0A") && sockets.contains(fields[9]))
          .forEach(fields -> addresses.add(fields[1]));
    }
    return addresses;
  }

  private static List<String> socketsOf(long pid) {
    try (Stream<Path> files = Files.list(PROC.resolve(pid + "/fd"))) {
      return files.flatMap(file -> socket(file).stream()).toList();
    } catch (IOException _) {
      return List.of();
    }
  }

  private static Optional<String> socket(Path file) {
    try {
      var target = Files.readSymbolicLink(file).toString();
      return target.startsWith("socket:[")
          ? Optional.of(target.substring(8, target.length() - 1))
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
