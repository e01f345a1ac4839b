package org.cordon.stack;

import java.time.Duration;
import java.util.ArrayList;
import org.cordon.stack.installation.Installation;
import org.cordon.stack.processes.Launch;
import org.cordon.stack.processes.OwnedProcess;
import org.cordon.stack.processes.Strays;
import org.cordon.stack.supervision.RunFolder;
import org.cordon.stack.supervision.Supervisor;

/** {@code ./cordon down}: nothing of the installation runs afterwards, however it was started. */
final class Down {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Installation installation;

  Down(Installation installation) {
    this.installation = installation;
  }

  ExitCode run() {
    var notes = new RunFolder(installation.run());
    var ran = new ArrayList<>(notes.all().stream().map(RunFolder.Noted::name).toList());
    notes
        .supervisor()
        .ifPresent(supervisor -> OwnedProcess.stop(supervisor, Launch.StopSignal.TERM, PATIENCE));
    Supervisor.endLeftovers(notes);
    for (var stray : Strays.of(installation.state())) {
      OwnedProcess.stop(stray, Launch.StopSignal.INT, Duration.ofSeconds(10));
      ran.add("a process without a note");
    }
    var left = Strays.of(installation.state());
    if (!left.isEmpty() || !notes.all().isEmpty()) {
      Console.say("Not everything could be stopped: " + left + notes.all());
      return ExitCode.FAILED;
    }
    Console.say(ran.isEmpty() ? "Nothing was running." : "Stopped: " + String.join(", ", ran));
    return ExitCode.DONE;
  }
}
