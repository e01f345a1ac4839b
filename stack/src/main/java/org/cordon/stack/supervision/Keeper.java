package org.cordon.stack.supervision;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.cordon.stack.processes.Launch;
import org.cordon.stack.processes.OwnedProcess;
import org.cordon.stack.processes.Pause;
import org.cordon.stack.processes.ProcessIdentity;
import org.cordon.stack.processes.StartFailure;
import org.jspecify.annotations.Nullable;

/** Looks after one component: starts it or takes over the one that runs, and starts it again. */
final class Keeper {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long[] BACKOFF_SECONDS = {1, 5, 15};
  private static final Duration SETTLED = Duration.ofMinutes(10);

  private final Component component;
  private final RunFolder notes;
  private final Consumer<String> say;
  private final Duration answerLimit;
  private @Nullable Launch launch;
  private @Nullable ProcessIdentity identity;
  private Launch.StopSignal stopSignal = Launch.StopSignal.TERM;
  private boolean startedHere;
  private boolean stopped;
  private int restarts;
  private long startedAt;
  private long restartAt;

  Keeper(Component component, RunFolder notes, Consumer<String> say, Duration answerLimit) {
    this.component = component;
    this.notes = notes;
    this.say = say;
    this.answerLimit = answerLimit;
  }

  String name() {
    return component.name();
  }

  Component.Kind kind() {
    return component.kind();
  }

  boolean holdsUpOthers() {
    return component.name().equals("postgresql");
  }

  synchronized boolean startedHere() {
    return startedHere;
  }

  /** Whether a process of an earlier run lives. */
  boolean runs() {
    return notes.find(name()).isPresent();
  }

  /** Takes over a process of an earlier run; one that lives but does not answer is ended. */
  synchronized boolean adopt() {
    var noted = notes.find(name());
    if (noted.isEmpty()) {
      return false;
    }
    var found = noted.get();
    if (answersSoon(found.identity())) {
      identity = found.identity();
      stopSignal = found.stopSignal();
      report("runs already");
      return true;
    }
    report("was left half dead by an earlier run: ended");
    OwnedProcess.stop(found.identity(), found.stopSignal(), PATIENCE);
    notes.forget(name());
    return false;
  }

  private boolean answersSoon(ProcessIdentity process) {
    var deadline = System.nanoTime() + answerLimit.toNanos();
    while (process.isAlive() && System.nanoTime() < deadline) {
      if (component.health().passes()) {
        return true;
      }
      Pause.briefly();
    }
    return false;
  }

  /** Brings its files into shape; the same again does no harm. */
  void prepare() throws IOException {
    var prepared = component.preparation().prepare();
    synchronized (this) {
      launch = prepared;
      stopSignal = prepared.stopSignal();
    }
  }

  void start() {
    var begin = System.nanoTime();
    report("starting");
    awaitReady(startProcess());
    report(
        "ready after %.1f s"
            .formatted(Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0));
  }

  private synchronized OwnedProcess startProcess() {
    var prepared = launch;
    if (prepared == null) {
      throw new IllegalStateException(name() + " was not prepared");
    }
    if (stopped) {
      throw new IllegalStateException(name() + " is being stopped");
    }
    startedAt = System.nanoTime();
    var process = prepared.start();
    identity = process.identity();
    startedHere = true;
    notes.note(new RunFolder.Noted(name(), process.identity(), prepared.stopSignal()));
    return process;
  }

  private void awaitReady(OwnedProcess process) {
    process.awaitHealthy(component.health(), component.limit());
  }

  /** Starts it again when it ended, a few times with growing pauses, then gives it up. */
  synchronized void lookAfter() {
    var known = identity;
    var now = System.nanoTime();
    if (known == null || stopped) {
      return;
    }
    if (known.isAlive()) {
      if (now - startedAt > SETTLED.toNanos()) {
        restarts = 0;
      }
      return;
    }
    if (restarts >= BACKOFF_SECONDS.length) {
      return;
    }
    if (restartAt == 0) {
      report("ended unexpectedly; its log is " + logOf().orElse("gone"));
      restartAt = now + Duration.ofSeconds(BACKOFF_SECONDS[restarts]).toNanos();
    } else if (now >= restartAt) {
      restartAt = 0;
      restarts++;
      restart();
      if (restarts == BACKOFF_SECONDS.length) {
        report("will not be started again by itself; ./cordon up tries once more");
      }
    }
  }

  private void restart() {
    report("starting again");
    try {
      prepare();
      startProcess();
    } catch (IOException | StartFailure | IllegalStateException e) {
      report(String.valueOf(e.getMessage()));
    }
  }

  private Optional<String> logOf() {
    return Optional.ofNullable(launch).map(known -> known.log().toString());
  }

  /** Lets it be started again at once, however often it ended before. */
  synchronized void forgive() {
    restarts = 0;
    restartAt = 1;
    var known = identity;
    if (known != null && known.isAlive()) {
      restartAt = 0;
    }
  }

  synchronized void stop(Duration patience) {
    stopped = true;
    var known = identity;
    if (known != null) {
      OwnedProcess.stop(known, stopSignal, patience);
      identity = null;
      notes.forget(name());
    }
  }

  private void report(String what) {
    say.accept(String.format(Locale.ROOT, "  %-17s %s", name(), what));
  }
}
