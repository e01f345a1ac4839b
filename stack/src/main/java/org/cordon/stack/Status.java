package org.cordon.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cordon.stack.demo.DemoSummary;
import org.cordon.stack.installation.Installation;
import org.cordon.stack.supervision.Board;
import org.cordon.stack.supervision.Component;
import org.cordon.stack.supervision.ComponentState;
import org.cordon.stack.supervision.RunFolder;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./cordon status}: asks every process now. */
final class Status {
  private final Installation installation;
  private final boolean json;
  private final RunFolder notes;

  Status(Installation installation, boolean json) {
    this.installation = installation;
    this.json = json;
    this.notes = new RunFolder(installation.run());
  }

  /** A component and how it is. */
  private record Line(Component component, ComponentState state) {}

  /** The same for a script to read. */
  private record NameAndState(String name, String state) {}

  ExitCode run() {
    if (!installation.exists()) {
      Console.say("Nothing is installed in " + installation.state());
      return ExitCode.NOT_RUNNING;
    }
    var settings = installation.settings();
    var lines = ask(new Blueprint(installation, settings).components());
    if (json) {
      Console.say(asJson(settings.address(), settings.isDemo(), lines));
    } else {
      Console.say(settings.address() + (settings.isDemo() ? "   (a demo)" : ""));
      lines.forEach(
          line -> Console.say("  %-17s %s".formatted(line.component().name(), line.state())));
      if (settings.isDemo() && outcome(lines) != ExitCode.NOT_RUNNING) {
        tellAccounts();
      }
    }
    return outcome(lines);
  }

  private static ExitCode outcome(List<Line> lines) {
    if (lines.stream().allMatch(line -> line.state() == ComponentState.READY)) {
      return ExitCode.DONE;
    }
    return lines.stream().allMatch(line -> line.state() == ComponentState.STOPPED)
        ? ExitCode.NOT_RUNNING
        : ExitCode.FAILED;
  }

  private List<Line> ask(List<Component> components) {
    var supervised = notes.supervisor().isPresent();
    var starting = supervised && Board.read(notes.board()).outcome().isEmpty();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<Line>>();
      for (var component : components) {
        answers.add(threads.submit(() -> line(component, supervised, starting)));
      }
      var lines = new ArrayList<Line>();
      for (var answer : answers) {
        lines.add(answer.get());
      }
      return lines;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Line line(Component component, boolean supervised, boolean starting) {
    if (notes.find(component.name()).isEmpty()) {
      var missing = starting ? ComponentState.STARTING : ComponentState.FAILED;
      return new Line(component, supervised ? missing : ComponentState.STOPPED);
    }
    if (component.health().passes()) {
      return new Line(component, ComponentState.READY);
    }
    return new Line(component, starting ? ComponentState.STARTING : ComponentState.NOT_ANSWERING);
  }

  private String asJson(String address, boolean demo, List<Line> lines) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("address", address);
    answer.put("services", ofKind(lines, Component.Kind.SERVICE));
    answer.put("engines", ofKind(lines, Component.Kind.ENGINE));
    if (demo) {
      var summary = DemoSummary.read(FirstPeople.demoState(installation));
      answer.put("cases", summary.cases());
      answer.put("accounts", summary.accounts());
    }
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValueAsString(answer);
  }

  private static List<NameAndState> ofKind(List<Line> lines, Component.Kind kind) {
    return lines.stream()
        .filter(line -> line.component().kind() == kind)
        .map(line -> new NameAndState(line.component().name(), line.state().toString()))
        .toList();
  }

  private void tellAccounts() {
    var accounts = DemoSummary.read(FirstPeople.demoState(installation)).accounts();
    if (!accounts.isEmpty()) {
      Console.say(
          "Accounts; everyone's password is demo.accounts in "
              + installation.secrets().resolve("passwords.properties"));
      accounts.forEach(account ->
          Console.say(
              "  %-22s %s, %s".formatted(account.account(), account.name(), account.job())));
    }
  }
}
