package org.cordon.stack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cordon.stack.engines.Java;
import org.cordon.stack.installation.Installation;
import org.cordon.stack.installation.Settings;
import org.cordon.stack.processes.Launch;
import org.cordon.stack.processes.OwnedProcess;
import org.cordon.stack.processes.Ports;
import org.cordon.stack.services.Service;
import org.cordon.stack.supervision.LogFiles;
import org.cordon.stack.supervision.RunFolder;
import org.cordon.stack.supervision.Supervisor;

/** Runs an installation's supervisor: in this JVM, or in one of its own that stays behind. */
final class Supervision {
  private final Installation installation;
  private final Settings settings;
  private final RunFolder notes;
  private final AtomicBoolean keepOthers = new AtomicBoolean();

  Supervision(Installation installation) {
    this.installation = installation;
    this.settings = installation.settings();
    this.notes = new RunFolder(installation.run());
  }

  /** The supervisor of this JVM, which stops everything when the JVM is asked to end. */
  Supervisor begin() {
    replaceTakenPorts();
    var supervisor =
        new Supervisor(
            new Blueprint(installation, settings).components(),
            notes,
            new LogFiles(installation.logs()));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (!keepOthers.get()) {
                    Console.say("Stopping ...");
                    supervisor.stop();
                    Console.say("Stopped.");
                  }
                },
                "stop"));
    return supervisor;
  }

  /** Starts everything; after a failure what had been running before goes on running. */
  boolean start(Supervisor supervisor) {
    var started = supervisor.start();
    keepOthers.set(!started);
    return started;
  }

  /** What {@code up --detach} starts in a process of its own. */
  ExitCode runDetached() {
    var lock = notes.trySupervise();
    if (lock.isEmpty()) {
      return ExitCode.FAILED;
    }
    var supervisor = begin();
    if (!start(supervisor)) {
      return ExitCode.FAILED;
    }
    supervisor.watch();
    return ExitCode.DONE;
  }

  /** Starts a JVM for {@link #runDetached()}, which nothing that happens to this terminal ends. */
  OwnedProcess spawn() throws IOException {
    var command = new ArrayList<>(List.of(Java.executable()));
    command.addAll(
        List.of(
            "-Xmx48m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dcordon.root=" + installation.root(),
            "-Dcordon.state=" + installation.state(),
            "-cp",
            System.getProperty("java.class.path"),
            Cordon.class.getName(),
            "supervise"));
    return new Launch(
            "supervisor",
            command,
            Map.of(),
            installation.state(),
            installation.log("supervisor"),
            Launch.StopSignal.TERM)
        .start();
  }

  /** A remembered port that somebody else took since is given up for another. */
  private void replaceTakenPorts() {
    var names = new ArrayList<>(List.of("postgresql", "object-store", "elasticsearch", "keycloak"));
    for (var service : Service.values()) {
      if (service != Service.GATEWAY) {
        names.add(service.title());
      }
    }
    var replaced =
        names.stream()
            .filter(name -> notes.find(name).isEmpty())
            .filter(name -> !Ports.isFree(settings.internalPort(name)))
            .toList();
    replaced.forEach(settings::replaceInternalPort);
    if (!replaced.isEmpty()) {
      // What still runs was told the old ports.
      Supervisor.endLeftovers(notes);
    }
  }
}
