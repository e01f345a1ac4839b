package org.cordon.stack.processes;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A process that this installation answers for, started now or found again from an earlier run. */
public record OwnedProcess(Launch launch, ProcessIdentity identity) {
  private static final Duration AFTERMATH = Duration.ofSeconds(1);

  public String name() {
    return launch.name();
  }

  public boolean isAlive() {
    return identity.isAlive();
  }

  /** Waits until the check passes; a process that ends before, or takes too long, is a failure. */
  public void awaitHealthy(HealthCheck check, Duration limit) {
    var deadline = System.nanoTime() + limit.toNanos();
    while (!check.passes()) {
      if (!isAlive()) {
        throw new StartFailure(name(), "ended while it was starting", launch.log());
      }
      if (System.nanoTime() > deadline) {
        throw new StartFailure(
            name(), "did not answer within " + limit.toSeconds() + " seconds", launch.log());
      }
      Pause.briefly();
    }
  }

  /** Asks it to end, and ends it with everything below it when it has not done so in time. */
  public void stop(Duration patience) {
    stop(identity, launch.stopSignal(), patience);
  }

  /** As {@link #stop(Duration)}, for a process of which only the identity is known. */
  public static void stop(ProcessIdentity identity, Launch.StopSignal signal, Duration patience) {
    var found = identity.find();
    if (found.isEmpty()) {
      return;
    }
    var handle = found.get();
    var descendants = handle.descendants().toList();
    ask(handle, signal);
    ended(List.of(handle), patience);
    // What it left behind has nobody to tell it to end.
    var tree = Stream.concat(Stream.of(handle), descendants.stream()).toList();
    descendants.forEach(ProcessHandle::destroy);
    if (!ended(tree, AFTERMATH)) {
      tree.forEach(ProcessHandle::destroyForcibly);
      ended(tree, Duration.ofSeconds(5));
    }
  }

  private static void ask(ProcessHandle handle, Launch.StopSignal signal) {
    switch (signal) {
      case TERM -> handle.destroy();
      case INT -> {
        try {
          // The shell's own kill: a slim system has no other.
          new ProcessBuilder("/bin/sh", "-c", "kill -INT \"$0\"", Long.toString(handle.pid()))
              .start()
              .waitFor();
        } catch (IOException _) {
          handle.destroy();
        } catch (InterruptedException _) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  private static boolean ended(List<ProcessHandle> tree, Duration patience) {
    var all =
        CompletableFuture.allOf(
            tree.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new));
    try {
      all.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
