package org.cordon.stack;

import java.io.Serial;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the launcher was asked to do. */
sealed interface Command {

  record Up(boolean demo, boolean detach, OptionalInt port) implements Command {}

  record Down() implements Command {}

  record Status(boolean json) implements Command {}

  record Logs(Optional<String> name, int lines) implements Command {}

  record Token(String account) implements Command {}

  /** What {@code up --detach} leaves behind; not for people. */
  record Supervise() implements Command {}

  /** The words make no command; the message says why. */
  final class Misunderstood extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;
    private final String command;

    Misunderstood(String command, String message) {
      super(message);
      this.command = command;
    }

    String command() {
      return command;
    }
  }

  /** Reads the words after {@code ./cordon}. */
  static Command parse(String... words) {
    if (words.length == 0) {
      throw new Misunderstood("cordon", "Say what to do.");
    }
    var rest = new Words(words[0], List.of(words).subList(1, words.length));
    Command command =
        switch (words[0]) {
          case "up" -> up(rest);
          case "down" -> new Down();
          case "status" -> new Status(rest.flag("--json"));
          case "logs" -> logs(rest);
          case "token" -> new Token(rest.word("Say for which account."));
          case "supervise" -> new Supervise();
          default -> throw new Misunderstood("cordon", "./cordon does not know " + words[0]);
        };
    rest.requireNoneLeft();
    return command;
  }

  private static Command up(Words rest) {
    return new Up(rest.flag("--demo"), rest.flag("--detach"), rest.number("--port", 1, 65_535));
  }

  private static Command logs(Words rest) {
    int lines = rest.number("--lines", 1, 1_000_000).orElse(20);
    return new Logs(rest.optionalWord(), lines);
  }

  /** Options and words in any order, each taken at most once. */
  final class Words {
    private final String command;
    private final ArrayDeque<String> left;

    private Words(String command, List<String> words) {
      this.command = command;
      this.left = new ArrayDeque<>(words);
    }

    boolean flag(String name) {
      return left.removeFirstOccurrence(name);
    }

    OptionalInt number(String name, int least, int most) {
      var all = List.copyOf(left);
      int at = all.indexOf(name);
      if (at < 0) {
        return OptionalInt.empty();
      }
      var value = at + 1 < all.size() ? all.get(at + 1) : "";
      if (!value.matches("[0-9]{1,7}")
          || Integer.parseInt(value) < least
          || Integer.parseInt(value) > most) {
        throw new Misunderstood(
            command, "%s wants a number from %d to %d.".formatted(name, least, most));
      }
      left.removeFirstOccurrence(name);
      left.removeFirstOccurrence(value);
      return OptionalInt.of(Integer.parseInt(value));
    }

    Optional<String> optionalWord() {
      var word = left.stream().filter(candidate -> !candidate.startsWith("-")).findFirst();
      word.ifPresent(left::removeFirstOccurrence);
      return word;
    }

    String word(String missing) {
      return optionalWord().orElseThrow(() -> new Misunderstood(command, missing));
    }

    void requireNoneLeft() {
      if (!left.isEmpty()) {
        throw new Misunderstood(
            command, "./cordon %s does not know %s".formatted(command, left.peekFirst()));
      }
    }
  }
}
