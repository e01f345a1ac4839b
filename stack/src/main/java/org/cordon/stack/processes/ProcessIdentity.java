package org.cordon.stack.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process for as long as this machine runs: its pid, when the kernel started it (in clock ticks
 * since boot, which no change of the wall clock moves) and which boot that was.
 */
public record ProcessIdentity(long pid, long startTicks, String boot) {

  /** The identity of a process that is alive now. */
  public static ProcessIdentity of(ProcessHandle handle) {
    return new ProcessIdentity(handle.pid(), startTicks(handle.pid()).orElse(-1L), currentBoot());
  }

  public static ProcessIdentity ofThisJvm() {
    return of(ProcessHandle.current());
  }

  /** The process, if it is still the same one and still runs. */
  public Optional<ProcessHandle> find() {
    if (!boot.equals(currentBoot())) {
      return Optional.empty();
    }
    return startTicks(pid)
        .filter(ticks -> ticks == startTicks)
        .flatMap(_ -> ProcessHandle.of(pid))
        .filter(ProcessHandle::isAlive);
  }

  public boolean isAlive() {
    return find().isPresent();
  }

  /** Field 22 of /proc/PID/stat; a zombie counts as gone. */
  private static Optional<Long> startTicks(long pid) {
    try {
      var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      // The name in field 2 is in brackets and may hold anything, brackets and blanks included.
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return fields[0].equals("Z") ? Optional.empty() : Optional.of(Long.parseLong(fields[19]));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static String currentBoot() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    } catch (IOException _) {
      return "";
    }
  }
}
