package org.cordon.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.cordon.stack.installation.Installation;
import org.cordon.stack.installation.Settings;
import org.cordon.stack.processes.PortOwner;
import org.cordon.stack.processes.Ports;
import org.cordon.stack.supervision.RunFolder;

/** Looks at the machine before anything is started, and says what to do about what is missing. */
final class Preflight {
  private static final long MEBIBYTE = 1024L * 1024;
  private static final long MEMORY_MEBIBYTES = 2_560;
  private static final long DISK_MEBIBYTES = 2_048;

  private final Installation installation;
  private final RunFolder notes;

  Preflight(Installation installation, RunFolder notes) {
    this.installation = installation;
    this.notes = notes;
  }

  void requireSystem() {
    var system = System.getProperty("os.name");
    if (!"Linux".equals(system)) {
      throw new Unready(
          "Cordon's engines run on Linux; this is %s. Use docker-compose.yml or a virtual machine."
              .formatted(system));
    }
  }

  /** Room for everything; what an earlier run left running has its room already. */
  void requireRoom(Settings settings) throws IOException {
    if (notes.find("gateway").isEmpty() && !Ports.isFree(settings.port())) {
      throw new Unready(
          "Port %d is taken%s. Choose another: ./cordon up --port %d"
              .formatted(
                  settings.port(),
                  PortOwner.of(settings.port()).map(owner -> " by " + owner).orElse(""),
                  settings.port() + 10));
    }
    if (notes.all().isEmpty()) {
      requireMemory(availableMemory());
      requireDisk(Files.getFileStore(installation.state()).getUsableSpace() / MEBIBYTE);
    }
  }

  static void requireMemory(long mebibytes) {
    if (mebibytes < MEMORY_MEBIBYTES) {
      throw new Unready(
          String.format(
              Locale.ROOT,
              "%.1f GiB of memory are free and Cordon needs %.1f. End other programs, or use a"
                  + " machine with more.",
              mebibytes / 1024.0,
              MEMORY_MEBIBYTES / 1024.0));
    }
  }

  private void requireDisk(long mebibytes) {
    if (mebibytes < DISK_MEBIBYTES) {
      throw new Unready(
          String.format(
              Locale.ROOT,
              "%.1f GiB are free on the disk of %s and Cordon needs %.1f. Make room, or name a"
                  + " folder elsewhere with CORDON_STATE.",
              mebibytes / 1024.0,
              installation.state(),
              DISK_MEBIBYTES / 1024.0));
    }
  }

  private static long availableMemory() throws IOException {
    for (var line : Files.readAllLines(Path.of("/proc/meminfo"))) {
      if (line.startsWith("MemAvailable:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
      }
    }
    return Long.MAX_VALUE;
  }
}
