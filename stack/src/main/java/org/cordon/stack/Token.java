package org.cordon.stack;

import java.net.URI;
import org.cordon.stack.demo.DemoSummary;
import org.cordon.stack.engines.KeycloakEngine;
import org.cordon.stack.installation.Installation;
import org.cordon.stack.keycloak.KeycloakAdmin;
import org.cordon.stack.supervision.RunFolder;

/** {@code ./cordon token}: signs a demo account in with its password, as a script would. */
final class Token {
  private final Installation installation;
  private final String account;

  Token(Installation installation, String account) {
    this.installation = installation;
    this.account = account;
  }

  ExitCode run() {
    var settings = installation.settings();
    if (!settings.isDemo()) {
      System.err.println("Only a demo gives tokens away: ./cordon up --demo");
      return ExitCode.FAILED;
    }
    if (new RunFolder(installation.run()).find("keycloak").isEmpty()) {
      System.err.println("Nothing is running: ./cordon up");
      return ExitCode.NOT_RUNNING;
    }
    var accounts = DemoSummary.read(FirstPeople.demoState(installation)).accounts();
    if (accounts.stream().noneMatch(known -> known.account().equals(account))) {
      System.err.println("The demo has no account " + account + "; ./cordon status lists them");
      return ExitCode.MISUNDERSTOOD;
    }
    // Through the front door, like everybody: the issuer is the public address.
    var provider =
        new KeycloakAdmin(
            URI.create(settings.address() + "/auth"), KeycloakEngine.ADMINISTRATOR, "");
    var password = new Blueprint(installation, settings).demoPassword();
    Console.say(provider.personToken(account, password));
    return ExitCode.DONE;
  }
}
