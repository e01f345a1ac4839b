package org.cordon.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cordon.stack.installation.Installation;

/** {@code ./cordon logs}: the last lines of the logs. */
final class Logs {
  private final Installation installation;
  private final Command.Logs asked;

  Logs(Installation installation, Command.Logs asked) {
    this.installation = installation;
    this.asked = asked;
  }

  ExitCode run() throws IOException {
    if (!Files.isDirectory(installation.logs())) {
      Console.say("Nothing is installed in " + installation.state());
      return ExitCode.NOT_RUNNING;
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(installation.logs())) {
      files =
          all.filter(file -> file.toString().endsWith(".log"))
              .filter(file -> asked.name().map(name -> file.endsWith(name + ".log")).orElse(true))
              .sorted()
              .toList();
    }
    if (files.isEmpty()) {
      Console.say("There is no log of " + asked.name().orElse("anything") + " yet");
      return ExitCode.MISUNDERSTOOD;
    }
    for (var file : files) {
      if (asked.name().isEmpty()) {
        Console.say("==> " + file);
      }
      var lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
      lines.subList(Math.max(0, lines.size() - asked.lines()), lines.size()).forEach(Console::say);
    }
    return ExitCode.DONE;
  }
}
