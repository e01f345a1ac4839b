package org.cordon.stack.engines;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.cordon.stack.keycloak.CordonRealm;
import org.cordon.stack.keycloak.RealmSettings;
import org.cordon.stack.processes.HealthCheck;
import org.cordon.stack.processes.Launch;
import org.cordon.stack.processes.OwnerOnly;

/**
 * Keycloak with the realm {@code cordon}, its data in PostgreSQL. Its home is a folder of the
 * installation, which borrows the program from the unpacked distribution, so that installations
 * share nothing that is written.
 */
public final class KeycloakEngine implements Engine {
  /** The first administrator's account, which only the launcher uses. */
  public static final String ADMINISTRATOR = "launcher";

  private final EngineFolder engines;
  private final Place place;
  private final Settings settings;

  /**
   * What differs between installations.
   *
   * @param database of Keycloak's own
   * @param administratorPassword of the account {@value #ADMINISTRATOR}, made at the first start
   * @param realm what the realm file leaves open
   */
  public record Settings(
      PostgresEngine.Database database, String administratorPassword, RealmSettings realm) {}

  public KeycloakEngine(EngineFolder engines, Place place, Settings settings) {
    this.engines = engines;
    this.place = place;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "keycloak";
  }

  /** Where this machine reaches it, base path included. */
  public String url() {
    return "http://127.0.0.1:" + place.port() + "/auth";
  }

  @Override
  public Launch prepare() throws IOException {
    var program = engines.keycloak();
    var home = place.data();
    OwnerOnly.createDirectory(home);
    for (var folder : List.of("conf", "data", "data/import", "data/tmp", "providers")) {
      OwnerOnly.createDirectory(home.resolve(folder));
    }
    link(home.resolve("lib"), program.resolve("lib"));
    CordonRealm.installInto(home);
    OwnerOnly.write(home.resolve("conf/keycloak.conf"), configuration());
    var environment = new TreeMap<>(settings.realm().environment());
    environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
    environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", settings.administratorPassword());
    return new Launch(
        name(), command(home), environment, home, place.log(), Launch.StopSignal.TERM);
  }

  private String configuration() {
    return """
    db-url=%s
    db-username=%s
    db-password=%s
    db-pool-initial-size=2
    db-pool-max-size=20
    http-enabled=true
    http-host=127.0.0.1
    http-port=%d
    hostname=%s/auth
    hostname-backchannel-dynamic=true
    proxy-headers=xforwarded
    proxy-trusted-addresses=127.0.0.1
    cache=local
    log-level=warn
    """
        .formatted(
            settings.database().url(),
            settings.database().ownerUser(),
            settings.database().ownerPassword(),
            place.port(),
            settings.realm().address());
  }

  private static List<String> command(Path home) {
    var command = new ArrayList<>(List.of(Java.executable()));
    command.addAll(
        List.of(
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=GB",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Dkc.home.dir=" + home,
            "-Djboss.server.config.dir=" + home.resolve("conf"),
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "-cp",
            home.resolve("lib/quarkus-run.jar").toString(),
            "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
            "start",
            "--optimized",
            "--import-realm"));
    return command;
  }

  private static void link(Path link, Path target) throws IOException {
    if (Files.isSymbolicLink(link)) {
      if (Files.readSymbolicLink(link).equals(target)) {
        return;
      }
      Files.delete(link);
    }
    Files.createSymbolicLink(link, target);
  }

  /** Passes once the realm is there, not merely the server. */
  @Override
  public HealthCheck health() {
    return HealthCheck.http(URI.create(url() + "/realms/cordon/.well-known/openid-configuration"));
  }

  @Override
  public Duration startLimit() {
    return Duration.ofMinutes(8);
  }
}
