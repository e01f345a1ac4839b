package org.cordon.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.cordon.stack.Command.Misunderstood;
import org.cordon.stack.installation.Installation;

/** The launcher's entry; the script {@code ./cordon} is its only caller. */
public final class Cordon {
  private Cordon() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments).code());
  }

  private static ExitCode run(String[] arguments) {
    try {
      return perform(Command.parse(arguments), Installation.named());
    } catch (Misunderstood e) {
      System.err.println(e.getMessage());
      System.err.print(help(e.command()));
      return ExitCode.MISUNDERSTOOD;
    } catch (Unready e) {
      System.err.println(e.getMessage());
      return ExitCode.MACHINE_LACKS;
    } catch (IOException | RuntimeException e) {
      System.err.println(e.getMessage() == null ? e.toString() : e.getMessage());
      return ExitCode.FAILED;
    }
  }

  private static ExitCode perform(Command command, Installation installation) throws IOException {
    return switch (command) {
      case Command.Up up -> new Up(installation, up).run();
      case Command.Supervise _ -> new Supervision(installation).runDetached();
      case Command.Down _ -> new Down(installation).run();
      case Command.Status status -> new Status(installation, status.json()).run();
      case Command.Logs logs -> new Logs(installation, logs).run();
      case Command.Token token -> new Token(installation, token.account()).run();
    };
  }

  private static String help(String command) {
    try (InputStream text = Cordon.class.getResourceAsStream("help/" + command + ".txt")) {
      return text == null ? "" : new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException _) {
      return "";
    }
  }
}
