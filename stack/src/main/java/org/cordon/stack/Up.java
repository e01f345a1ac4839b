package org.cordon.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cordon.stack.demo.DemoFailure;
import org.cordon.stack.installation.Installation;
import org.cordon.stack.installation.Settings;
import org.cordon.stack.keycloak.KeycloakRefusal;
import org.cordon.stack.processes.Pause;
import org.cordon.stack.supervision.Board;
import org.cordon.stack.supervision.Component;
import org.cordon.stack.supervision.RunFolder;
import org.cordon.stack.supervision.Supervisor;

/** {@code ./cordon up}: starts what does not run, and says where it is. */
final class Up {
  private static final Duration REPAIR_LIMIT = Duration.ofMinutes(5);

  private final Installation installation;
  private final Command.Up asked;
  private final RunFolder notes;
  private final long begin = System.nanoTime();

  Up(Installation installation, Command.Up asked) {
    this.installation = installation;
    this.asked = asked;
    this.notes = new RunFolder(installation.run());
  }

  ExitCode run() throws IOException {
    var preflight = new Preflight(installation, notes);
    preflight.requireSystem();
    installation.create();
    var settings = installation.settings();
    var running = notes.supervisor().isPresent();
    remember(settings, running);
    if (running) {
      return repair(settings);
    }
    preflight.requireRoom(settings);
    return asked.detach() ? detached() : foreground(settings);
  }

  /** The choices of the command line, which an installation keeps. */
  private void remember(Settings settings, boolean running) {
    var port = asked.port().orElse(settings.port());
    if (running && port != settings.port()) {
      throw new Unready(
          "Cordon runs already, at %s. To move it: ./cordon down, then ./cordon up --port %d"
              .formatted(settings.address(), port));
    }
    if (settings.find("demo").isPresent() && asked.demo() && !settings.isDemo()) {
      throw new Unready(
          """
          The installation in %s is not a demo, and invented people do not belong among real ones.
          For a demo beside it: CORDON_STATE=~/cordon-demo ./cordon up --demo --port 8090\
          """
              .formatted(installation.state()));
    }
    if (port != settings.port()) {
      // What an earlier run left behind was told the old address.
      Supervisor.endLeftovers(notes);
    }
    settings.demo(settings.isDemo() || asked.demo());
    settings.port(port);
  }

  private ExitCode foreground(Settings settings) {
    var lock = notes.trySupervise();
    if (lock.isEmpty()) {
      return repair(settings);
    }
    var supervision = new Supervision(installation);
    announce();
    var supervisor = supervision.begin();
    var ended = new AtomicBoolean();
    var starting =
        Thread.ofPlatform()
            .name("start")
            .start(() -> {
              supervision.start(supervisor);
              ended.set(true);
            });
    if (!follow(() -> !ended.get() || starting.isAlive())) {
      return ExitCode.FAILED;
    }
    var told = Board.read(notes.board()).events().size();
    finish();
    Console.say("Stop it with Ctrl-C.");
    Thread.ofPlatform().daemon().name("board").start(() -> tell(told));
    supervisor.watch();
    return ExitCode.DONE;
  }

  private ExitCode detached() throws IOException {
    Files.deleteIfExists(notes.board());
    announce();
    var process = new Supervision(installation).spawn();
    if (!follow(process::isAlive)) {
      Console.say("The supervisor's log is " + installation.log("supervisor"));
      return ExitCode.FAILED;
    }
    return finishDetached();
  }

  /** Somebody supervises: have what is missing started, and wait for it. */
  private ExitCode repair(Settings settings) {
    Console.say("Cordon runs already; starting what is missing ...");
    notes.requestRepair();
    var waiting = new ArrayList<>(new Blueprint(installation, settings).components());
    var deadline = System.nanoTime() + REPAIR_LIMIT.toNanos();
    while (!waiting.isEmpty()) {
      waiting.removeIf(component -> component.health().passes());
      if (System.nanoTime() > deadline || notes.supervisor().isEmpty()) {
        Console.say("Not ready: " + names(waiting) + ". See ./cordon logs");
        return ExitCode.FAILED;
      }
      Pause.briefly();
    }
    return finishDetached();
  }

  private static String names(List<Component> components) {
    return String.join(", ", components.stream().map(Component::name).toList());
  }

  private void announce() {
    Console.say("Starting Cordon in " + installation.state());
  }

  /** Prints what stands on the board as it comes, until the outcome. */
  private boolean follow(Liveness supervisor) {
    int told = 0;
    while (true) {
      var alive = supervisor.isAlive();
      var reading = Board.read(notes.board());
      for (var event : reading.events().subList(told, reading.events().size())) {
        Console.say(event);
      }
      told = reading.events().size();
      Optional<Board.Outcome> outcome = reading.outcome();
      if (outcome.isPresent()) {
        return outcome.get() == Board.Outcome.READY;
      }
      if (!alive) {
        return false;
      }
      Pause.briefly();
    }
  }

  private void tell(int already) {
    int told = already;
    while (true) {
      var events = Board.read(notes.board()).events();
      for (var event : events.subList(Math.min(told, events.size()), events.size())) {
        Console.say(event);
      }
      told = events.size();
      Pause.of(Duration.ofMillis(500));
    }
  }

  /** What goes wrong here leaves everything running, and the next up goes on from there. */
  private ExitCode finishDetached() {
    try {
      finish();
      Console.say("Stop it with ./cordon down");
      return ExitCode.DONE;
    } catch (DemoFailure | KeycloakRefusal e) {
      Console.say(String.valueOf(e.getMessage()));
      Console.say("Cordon runs, but not everyone is there yet: ./cordon up goes on from here.");
      return ExitCode.FAILED;
    }
  }

  private void finish() {
    new FirstPeople(installation).welcome(Duration.ofNanos(System.nanoTime() - begin));
  }

  /** Whether whoever writes the board still does. */
  @FunctionalInterface
  private interface Liveness {
    boolean isAlive();
  }
}
