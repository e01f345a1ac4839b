package org.cordon.acceptance.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.cordon.acceptance.installation.Status.Account;
import org.cordon.acceptance.installation.Status.CaseLine;
import org.cordon.stack.installation.Installation;
import org.cordon.stack.processes.Ports;
import org.jspecify.annotations.Nullable;

/**
 * A demo installation, fresh for this run, started when the first test asks for it and stopped
 * after the last. With {@code -Dcordon.keep=true} the one of the last run is used again and left
 * running, for work on a single test.
 */
public final class Cordon {
  private static final Duration FIRST_START = Duration.ofMinutes(10);
  private static final Duration STOP = Duration.ofMinutes(2);
  private static final boolean KEEP = Boolean.getBoolean("cordon.keep");
  private static @Nullable Cordon shared;
  private static String refused = "";

  private final Launcher launcher;
  private final Status status;
  private final Duration firstStart;

  private Cordon(Launcher launcher, Status status, Duration firstStart) {
    this.launcher = launcher;
    this.status = status;
    this.firstStart = firstStart;
  }

  /** The installation of this run. When it did not start, every test says why. */
  public static synchronized Cordon running() {
    if (!refused.isEmpty()) {
      throw new AssertionError(refused);
    }
    if (shared == null) {
      try {
        shared = start();
      } catch (AssertionError e) {
        refused = "Cordon did not start: " + e.getMessage();
        throw e;
      }
    }
    return shared;
  }

  static synchronized void end() {
    if (shared != null && !KEEP) {
      shared = null;
      launcherOfThisRun().run(STOP, "down");
    }
  }

  private static Cordon start() {
    var launcher = launcherOfThisRun();
    if (KEEP && launcher.run(STOP, "status").exit() == 0) {
      return new Cordon(launcher, status(launcher), Duration.ZERO);
    }
    if (Files.exists(launcher.state())) {
      // An earlier run may have been killed before it could stop what it had started.
      launcher.run(STOP, "down");
      delete(launcher.state());
    }
    Runtime.getRuntime().addShutdownHook(new Thread(Cordon::end, "stop cordon"));
    var port = Integer.toString(Ports.free());
    var started = launcher.run(FIRST_START, "up", "--demo", "--detach", "--port", port);
    if (started.exit() != 0) {
      var logs = launcher.run(STOP, "logs");
      launcher.run(STOP, "down");
      throw new AssertionError(
          "./cordon up ended with %d:%n%s%s%nThe ends of the logs:%n%s"
              .formatted(started.exit(), started.output(), started.errors(), logs.output()));
    }
    Figures.print("first up --demo, ready in %.1f s", seconds(started.took()));
    return new Cordon(launcher, status(launcher), started.took());
  }

  private static Launcher launcherOfThisRun() {
    var root = Path.of(System.getProperty("cordon.root", "..")).toAbsolutePath().normalize();
    return new Launcher(root, root.resolve("acceptance/target/cordon-state"));
  }

  private static Status status(Launcher launcher) {
    return Status.parse(launcher.run(Duration.ofSeconds(60), "status", "--json").output());
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  public Launcher launcher() {
    return launcher;
  }

  /** The address of the front door, without a slash at its end. */
  public URI address() {
    return status.address();
  }

  public Duration firstStart() {
    return firstStart;
  }

  /** How everything is now, asked of the launcher. */
  public Status statusNow() {
    return status(launcher);
  }

  /** The installation's folder and settings, as the launcher knows them. */
  public Installation installation() {
    return new Installation(launcher.root(), launcher.state());
  }

  /** What this machine runs for the installation. */
  public Processes processes() {
    return new Processes(launcher.state());
  }

  /** Starts what is missing and returns when everything is ready. */
  public Launcher.Outcome up() {
    return launcher.run(FIRST_START, "up", "--detach").requireDone();
  }

  /** The demo's case with this title. */
  public CaseLine caseOf(String title) {
    return status.cases().stream()
        .filter(line -> line.title().equals(title))
        .findFirst()
        .orElseThrow(() -> new AssertionError("The demo has no case " + title));
  }

  public Status status() {
    return status;
  }

  public Account account(String name) {
    return status.accounts().stream()
        .filter(account -> account.account().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("The demo has no account " + name));
  }

  /** Somebody with the role in that case and no role in the other. */
  public Account inOnly(CaseLine place, String role) {
    return find(place, role)
        .orElseThrow(() -> new AssertionError("Nobody is " + role + " in " + place.title()));
  }

  private Optional<Account> find(CaseLine place, String role) {
    return status.accounts().stream()
        .filter(account -> account.has(role, place.id()))
        .filter(account -> account.roles().size() == 1)
        .findFirst();
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + folder, e);
    }
  }
}
