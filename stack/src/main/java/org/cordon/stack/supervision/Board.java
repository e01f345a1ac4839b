package org.cordon.stack.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cordon.stack.processes.OwnerOnly;

/** The supervisor's notice board: a file of events that {@code up} reads, whoever supervises. */
public final class Board {
  private final Path file;
  private final List<String> lines = new ArrayList<>();

  Board(Path file) {
    this.file = file;
    publish();
  }

  /** How the start as a whole came out. */
  public enum Outcome {
    READY,
    FAILED
  }

  /** What stands on the board: what happened, and the outcome once there is one. */
  public record Reading(List<String> events, Optional<Outcome> outcome) {}

  synchronized void say(String event) {
    event.lines().forEach(lines::add);
    publish();
  }

  synchronized void conclude(Outcome outcome) {
    lines.add("=" + outcome);
    publish();
  }

  private void publish() {
    try {
      OwnerOnly.write(file, String.join("\n", lines));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  /** Reads the board that a supervisor, here or in another process, writes. */
  public static Reading read(Path file) {
    try {
      var all = Files.readString(file).lines().toList();
      var events = all.stream().filter(line -> !line.startsWith("=")).toList();
      var outcome =
          all.stream()
              .filter(line -> line.startsWith("="))
              .map(line -> Outcome.valueOf(line.substring(1)))
              .findFirst();
      return new Reading(events, outcome);
    } catch (IOException _) {
      return new Reading(List.of(), Optional.empty());
    }
  }
}
