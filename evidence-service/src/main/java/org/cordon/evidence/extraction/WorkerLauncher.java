package org.cordon.evidence.extraction;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.cordon.evidence.extraction.worker.Surroundings;
import org.cordon.evidence.extraction.worker.WorkerMain;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts workers under the strongest isolation that this system allows, found by trying at the
 * first start.
 */
final class WorkerLauncher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerLauncher.class);
  private static final Path MEMORY_FOLDER = Path.of("/dev/shm");
  private static final Path SECRETS = Path.of("/run/secrets");

  private final ExtractionProperties properties;
  private final List<Path> hidden;
  private final List<Path> covered;
  private final ScheduledExecutorService watch;

  /** Libraries, and places to mount scratch space on. */
  private final Path folder;

  /**
   * Scratch space where nothing can be mounted: in memory by preference, for plaintext must not
   * reach a disk.
   */
  private final Path memoryFolder;

  private final AtomicInteger started = new AtomicInteger();
  private @Nullable Way way;

  /** The way that works here. */
  private record Way(Isolation isolation, String classPath) {}

  /** Whether the service may do what only root may. */
  private final boolean root;

  WorkerLauncher(ExtractionProperties properties, Path keyFile, ScheduledExecutorService watch)
      throws IOException {
    this.properties = properties;
    this.watch = watch;
    this.hidden =
        Stream.concat(properties.hidden().stream(), Stream.of(keyFile))
            .map(Path::toAbsolutePath)
            .toList();
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    this.folder = makeFolder(properties.scratchDir().orElse(temporary));
    this.memoryFolder =
        properties.scratchDir().isEmpty() && Files.isWritable(MEMORY_FOLDER)
            ? makeFolder(MEMORY_FOLDER)
            : folder;
    this.covered =
        Stream.concat(hidden.stream().map(this::withNeighbours), Stream.of(SECRETS))
            .distinct()
            .toList();
    this.root = (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
  }

  /**
   * Starts a worker.
   *
   * @throws IOException when none can be started at all
   */
  synchronized Worker start() throws IOException {
    if (way != null) {
      try {
        return start(way);
      } catch (WorkerLost e) {
        throw new IOException("a worker did not start", e);
      }
    }
    for (Isolation isolation : Isolation.values()) {
      Optional<Worker> worker = isolation.fits(root) ? tryOut(isolation) : Optional.empty();
      if (worker.isPresent()) {
        return worker.get();
      }
    }
    throw new IOException("no worker can be started");
  }

  private Optional<Worker> tryOut(Isolation isolation) {
    boolean inPlace = isolation != Isolation.OTHER_USER && WorkerLibraries.isUsableInPlace();
    try {
      Way candidate =
          new Way(
              isolation,
              inPlace
                  ? WorkerLibraries.inPlace()
                  : WorkerLibraries.stagedIn(folder.resolve("lib")));
      Worker worker = start(candidate);
      way = candidate;
      report(isolation, worker.surroundings());
      return Optional.of(worker);
    } catch (WorkerLost | IOException e) {
      LOG.debug("isolation {} is not to be had here", isolation, e);
      return Optional.empty();
    }
  }

  /** The folder that a secret lies in, unless a worker needs something that lies there. */
  private Path withNeighbours(Path secret) {
    Path beside = secret.getParent();
    return beside == null || isNeeded(beside) ? secret : beside;
  }

  private boolean isNeeded(Path place) {
    return Stream.concat(
            Stream.of(folder, memoryFolder, Path.of(System.getProperty("java.home"))),
            Stream.of(WorkerLibraries.inPlace().split(File.pathSeparator, -1))
                .map(each -> Path.of(each).toAbsolutePath()))
        .anyMatch(each -> each.startsWith(place));
  }

  private static void report(Isolation isolation, Surroundings surroundings) {
    if (surroundings.network() || surroundings.secrets()) {
      LOG.warn("files are read with weak isolation: {} gives {}", isolation, surroundings);
    } else {
      LOG.info("files are read under isolation {}", isolation);
    }
  }

  private Worker start(Way chosen) throws IOException, WorkerLost {
    Path scratch =
        (chosen.isolation().mounts() ? folder : memoryFolder)
            .resolve("scratch-" + started.incrementAndGet());
    makePrivate(scratch);
    List<String> command =
        chosen
            .isolation()
            .command(
                java(chosen.classPath(), scratch),
                scratch,
                properties.scratch().toBytes(),
                covered);
    return Worker.start(command, folder, watch);
  }

  private List<String> java(String classPath, Path scratch) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + properties.memory().toMegabytes() + "m",
            "-Xms32m",
            "-Xss2m",
            "-XX:+UseSerialGC",
            "-XX:MaxMetaspaceSize=192m",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:ReservedCodeCacheSize=96m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:ErrorFile=/dev/null",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Duser.timezone=UTC",
            "-Duser.language=en",
            "-Duser.country=GB",
            "-Duser.home=" + scratch,
            "-Djava.io.tmpdir=" + scratch,
            "-Dpdfbox.fontcache=" + scratch,
            "-Dlogback.configurationFile=org/cordon/evidence/extraction/worker/logback-worker.xml",
            "-cp",
            classPath,
            WorkerMain.class.getName(),
            scratch.toString()));
    hidden.forEach(each -> command.add(each.toString()));
    return command;
  }

  private static Path makeFolder(Path parent) throws IOException {
    Files.createDirectories(parent);
    removeLeftovers(parent);
    return Files.createDirectory(
        parent.resolve(
            "cordon-extraction-" + ProcessHandle.current().pid() + "-" + System.nanoTime()),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
  }

  /** Folders of services that were killed. */
  private static void removeLeftovers(Path parent) throws IOException {
    try (Stream<Path> folders = Files.list(parent)) {
      for (Path each : folders.toList()) {
        String[] name = String.valueOf(each.getFileName()).split("-", -1);
        if (name.length == 4
            && name[0].equals("cordon")
            && name[1].equals("extraction")
            && name[2].matches("[0-9]{1,10}")
            && ProcessHandle.of(Long.parseLong(name[2])).isEmpty()) {
          remove(each);
        }
      }
    }
  }

  private static void makePrivate(Path folder) throws IOException {
    Files.createDirectory(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  private static void remove(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      LOG.warn("a scratch folder could not be removed: {}", e.getClass().getSimpleName());
    }
  }

  @Override
  public void close() {
    remove(folder);
    remove(memoryFolder);
  }
}
