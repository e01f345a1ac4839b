package org.cordon.stack.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cordon.stack.processes.Launch;
import org.cordon.stack.processes.OwnerOnly;
import org.cordon.stack.processes.ProcessIdentity;

/** The notes that say which processes are this installation's, and who supervises them. */
public final class RunFolder {
  private static final String SUPERVISOR = "supervisor";
  private static final String ENDING = ".process";

  private final Path folder;

  public RunFolder(Path folder) {
    this.folder = folder;
  }

  /** A process of which only the note is known. */
  public record Noted(String name, ProcessIdentity identity, Launch.StopSignal stopSignal) {}

  /** Takes the supervisor's lock for as long as this JVM lives, or finds it taken. */
  public Optional<FileLock> trySupervise() {
    try {
      OwnerOnly.createFile(folder.resolve("lock"));
      var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE);
      var lock = Optional.ofNullable(channel.tryLock());
      if (lock.isPresent()) {
        var self = ProcessIdentity.ofThisJvm();
        OwnerOnly.write(folder.resolve(SUPERVISOR), text(self));
      } else {
        channel.close();
      }
      return lock;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot lock " + folder, e);
    }
  }

  /** Whoever supervises now. */
  public Optional<ProcessIdentity> supervisor() {
    return read(folder.resolve(SUPERVISOR))
        .map(RunFolder::identity)
        .filter(ProcessIdentity::isAlive);
  }

  void forgetSupervisor() {
    delete(folder.resolve(SUPERVISOR));
  }

  void note(Noted noted) {
    try {
      OwnerOnly.write(
          folder.resolve(noted.name() + ENDING), text(noted.identity()) + " " + noted.stopSignal());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot note the process of " + noted.name(), e);
    }
  }

  void forget(String name) {
    delete(folder.resolve(name + ENDING));
  }

  /** The noted process of that name, if it is alive. */
  public Optional<Noted> find(String name) {
    return read(folder.resolve(name + ENDING))
        .map(line ->
            new Noted(
                name,
                identity(line),
                Launch.StopSignal.valueOf(line.substring(line.lastIndexOf(' ') + 1))))
        .filter(noted -> noted.identity().isAlive());
  }

  /** Every noted process that is alive. */
  public List<Noted> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .flatMap(name -> find(name).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + folder, e);
    }
  }

  /** Asks the supervisor to start what is missing, also what it had given up. */
  public void requestRepair() {
    try {
      OwnerOnly.createFile(folder.resolve("repair"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean takeRepairRequest() {
    return delete(folder.resolve("repair"));
  }

  /** What the supervisor says of its components; read by other processes. */
  public Path board() {
    return folder.resolve("board");
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file).strip());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static boolean delete(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(ProcessIdentity identity) {
    return identity.pid() + " " + identity.startTicks() + " " + identity.boot();
  }

  private static ProcessIdentity identity(String line) {
    var parts = line.split(" ", -1);
    return new ProcessIdentity(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]);
  }
}
