package org.cordon.stack.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cordon.stack.processes.OwnedProcess;
import org.cordon.stack.processes.Pause;

/**
 * Starts the components in the order that their needs dictate, watches them, starts again what
 * ends, and stops them in the opposite order. What already runs and answers is left alone.
 */
public final class Supervisor {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);
  private static final Duration GLANCE = Duration.ofMillis(500);

  private final List<Component> components;
  private final RunFolder notes;
  private final Board board;
  private final LogFiles logs;
  private final Map<String, Keeper> keepers;
  private volatile boolean stopping;

  public Supervisor(List<Component> components, RunFolder notes, LogFiles logs) {
    this(components, notes, logs, ANSWER_LIMIT);
  }

  /**
   * @param answerLimit how long a process of an earlier run may take to answer before it is ended
   */
  Supervisor(List<Component> components, RunFolder notes, LogFiles logs, Duration answerLimit) {
    this.components = List.copyOf(components);
    this.notes = notes;
    this.board = new Board(notes.board());
    this.logs = logs;
    this.keepers =
        components.stream()
            .map(component -> new Keeper(component, notes, board::say, answerLimit))
            .collect(Collectors.toMap(Keeper::name, Function.identity()));
  }

  /**
   * Starts everything that does not run.
   *
   * @return whether all of it became ready; if not, what was started here has been stopped again
   */
  public boolean start() {
    try {
      startAll();
      board.conclude(Board.Outcome.READY);
      return true;
    } catch (CompletionException e) {
      var cause = e.getCause() == null ? e : e.getCause();
      if (!stopping) {
        board.say(String.valueOf(cause.getMessage()));
        stopThose(keepers.values().stream().filter(Keeper::startedHere).toList());
      }
      board.conclude(Board.Outcome.FAILED);
      return false;
    }
  }

  private void startAll() {
    var ready = new ConcurrentHashMap<String, CompletableFuture<Void>>();
    components.forEach(component -> ready.put(component.name(), new CompletableFuture<>()));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var component : components) {
        threads.execute(() -> startOne(component, ready));
      }
    }
    CompletableFuture.allOf(ready.values().toArray(CompletableFuture<?>[]::new)).join();
  }

  private void startOne(Component component, Map<String, CompletableFuture<Void>> ready) {
    var mine = future(ready, component.name());
    try {
      var keeper = keeper(component);
      if (!(keeper.runs() && adopted(component, keeper, ready))) {
        keeper.prepare();
        await(component, ready);
        requireNotStopping();
        keeper.start();
      }
      component.once().run();
      mine.complete(null);
    } catch (IOException e) {
      fail(ready, new UncheckedIOException(e.getMessage(), e));
    } catch (RuntimeException e) {
      fail(ready, e);
    }
  }

  /** What it stands on comes first: without that it could not answer, however well it runs. */
  private static boolean adopted(
      Component component, Keeper keeper, Map<String, CompletableFuture<Void>> ready) {
    await(component, ready);
    return keeper.adopt();
  }

  private static void await(Component component, Map<String, CompletableFuture<Void>> ready) {
    component.after().forEach(name -> future(ready, name).join());
  }

  /** One that fails fails all: nothing else should begin to start. */
  private static void fail(Map<String, CompletableFuture<Void>> ready, RuntimeException failure) {
    ready.values().forEach(future -> future.completeExceptionally(failure));
  }

  private static CompletableFuture<Void> future(
      Map<String, CompletableFuture<Void>> ready, String name) {
    var future = ready.get(name);
    if (future == null) {
      throw new IllegalArgumentException("There is no component " + name);
    }
    return future;
  }

  private Keeper keeper(Component component) {
    var keeper = keepers.get(component.name());
    if (keeper == null) {
      throw new IllegalArgumentException("There is no component " + component.name());
    }
    return keeper;
  }

  private void requireNotStopping() {
    if (stopping) {
      throw new IllegalStateException("It is being stopped");
    }
  }

  /** Watches until {@link #stop()}: starts again what ended, keeps the logs short. */
  public void watch() {
    while (!stopping) {
      Pause.of(GLANCE);
      if (notes.takeRepairRequest()) {
        keepers.values().forEach(Keeper::forgive);
      }
      for (var component : components) {
        if (!stopping) {
          keeper(component).lookAfter();
        }
      }
      logs.bound();
    }
  }

  /** Stops everything, what depends on others first. */
  public void stop() {
    stopping = true;
    var all = new ArrayList<Keeper>();
    components.reversed().forEach(component -> all.add(keeper(component)));
    stopThose(all);
    notes.forgetSupervisor();
  }

  /** Services first and all at once, then the engines they stand on. */
  private static void stopThose(List<Keeper> keepers) {
    for (var kind : List.of(Component.Kind.SERVICE, Component.Kind.ENGINE)) {
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        keepers.stream()
            .filter(keeper -> keeper.kind() == kind && !keeper.holdsUpOthers())
            .forEach(keeper -> threads.execute(() -> keeper.stop(PATIENCE)));
      }
    }
    keepers.forEach(keeper -> keeper.stop(PATIENCE));
  }

  /** Ends whatever is noted and alive, when there is no supervisor to do it. */
  public static List<String> endLeftovers(RunFolder notes) {
    var names = new ArrayList<String>();
    for (var noted : notes.all()) {
      OwnedProcess.stop(noted.identity(), noted.stopSignal(), PATIENCE);
      notes.forget(noted.name());
      names.add(noted.name());
    }
    return names;
  }
}
