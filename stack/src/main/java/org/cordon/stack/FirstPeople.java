package org.cordon.stack;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.cordon.stack.demo.DemoAccounts;
import org.cordon.stack.demo.DemoLoader;
import org.cordon.stack.demo.DemoSummary;
import org.cordon.stack.engines.Secrets;
import org.cordon.stack.engines.Uuid7;
import org.cordon.stack.installation.Installation;
import org.cordon.stack.installation.Settings;
import org.cordon.stack.keycloak.KeycloakAdmin;
import org.cordon.stack.keycloak.NewAccount;

/** Who can sign in to a new installation: the demo's people, or one business manager. */
final class FirstPeople {
  private static final String FIRST_ACCOUNT = "business.manager";
  private static final String ANNOUNCED = "first-account-announced";

  private final Installation installation;
  private final Settings settings;
  private final Blueprint blueprint;
  private final Set<String> told = new HashSet<>();

  FirstPeople(Installation installation) {
    this.installation = installation;
    this.settings = installation.settings();
    this.blueprint = new Blueprint(installation, settings);
  }

  static Path demoState(Installation installation) {
    return installation.secrets().resolve("demo.json");
  }

  /** Says where Cordon is and who can sign in; makes those people when they are not there yet. */
  void welcome(Duration took) {
    if (settings.isDemo()) {
      var demo = loadDemo();
      ready(took);
      tellDemo(demo);
    } else {
      ready(took);
      if (!settings.isDone(ANNOUNCED)) {
        tellFirstAccount();
      }
    }
  }

  private void ready(Duration took) {
    Console.say("");
    Console.say("Cordon is ready after %d s: %s".formatted(took.toSeconds(), settings.address()));
  }

  private DemoSummary loadDemo() {
    var stateFile = demoState(installation);
    var there = DemoSummary.read(stateFile);
    if (there.complete()) {
      return there;
    }
    Console.say("Loading the demo: invented people, cases and documents ...");
    var settingsOfDemo =
        new DemoLoader.Settings(settings.address(), blueprint.demoPassword(), stateFile);
    return new DemoLoader(
            settingsOfDemo, new KeycloakDemoAccounts(blueprint.keycloakAdmin()), this::progress)
        .load();
  }

  private void progress(String what, int done, int total) {
    if (done == total && told.add(what)) {
      Console.say("  %-17s %d".formatted(what, total));
    }
  }

  private void tellDemo(DemoSummary demo) {
    Console.say("");
    Console.say(
        "A demo: the people and cases are invented. Everyone's password: "
            + blueprint.demoPassword());
    for (var account : demo.accounts()) {
      Console.say("  %-22s %s, %s".formatted(account.account(), account.name(), account.job()));
    }
    Console.say("");
  }

  /** Printed once and kept nowhere; a start that was cut off before this makes a new one. */
  private void tellFirstAccount() {
    var admin = blueprint.keycloakAdmin();
    var password = Secrets.typedPassword();
    if (admin.find(FIRST_ACCOUNT).isPresent()) {
      admin.resetPassword(FIRST_ACCOUNT, password, true);
    } else {
      admin.ensureAccount(
          new NewAccount(
              FIRST_ACCOUNT,
              Uuid7.create(Clock.systemUTC()),
              "Business Manager",
              Optional.empty(),
              Set.of("business-manager"),
              password,
              true));
    }
    Console.say(
        """

        Nobody is here yet but the first business manager, who opens cases and appoints people:
          account   %s
          password  %s   (shown this once; to be changed at the first sign-in)
        """
            .formatted(FIRST_ACCOUNT, password));
    settings.done(ANNOUNCED);
  }

  /** The demo's accounts in Keycloak. */
  private record KeycloakDemoAccounts(KeycloakAdmin admin) implements DemoAccounts {
    @Override
    public void ensureClient() {
      admin.ensureDemoClient();
    }

    @Override
    public void ensure(Account account) {
      admin.ensureAccount(
          new NewAccount(
              account.account(),
              account.person(),
              account.name(),
              Optional.of(account.email()),
              Set.copyOf(account.organisationRoles()),
              account.password(),
              false));
    }
  }
}
