package org.cordon.stack;

import static org.cordon.stack.supervision.Component.Kind.ENGINE;
import static org.cordon.stack.supervision.Component.Kind.SERVICE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cordon.stack.engines.ElasticsearchEngine;
import org.cordon.stack.engines.Engine;
import org.cordon.stack.engines.EngineFolder;
import org.cordon.stack.engines.KeycloakEngine;
import org.cordon.stack.engines.ObjectStoreEngine;
import org.cordon.stack.engines.Place;
import org.cordon.stack.engines.PostgresEngine;
import org.cordon.stack.engines.Secrets;
import org.cordon.stack.installation.Installation;
import org.cordon.stack.installation.Settings;
import org.cordon.stack.installation.Vault;
import org.cordon.stack.keycloak.KeycloakAdmin;
import org.cordon.stack.keycloak.RealmSettings;
import org.cordon.stack.processes.OwnerOnly;
import org.cordon.stack.services.Service;
import org.cordon.stack.services.ServiceSettings;
import org.cordon.stack.services.Services;
import org.cordon.stack.supervision.Component;

/** What an installation consists of: its engines and services, and who waits for whom. */
final class Blueprint {
  private static final List<String> DATABASES =
      List.of("access", "evidence", "gateway", "keycloak");
  private static final Duration SERVICE_LIMIT = Duration.ofMinutes(5);

  private final Installation installation;
  private final Settings settings;
  private final Vault vault;
  private final PostgresEngine postgres;
  private final ObjectStoreEngine objectStore;
  private final ElasticsearchEngine elasticsearch;
  private final KeycloakEngine keycloak;
  private final Services services;

  Blueprint(Installation installation, Settings settings) {
    this.installation = installation;
    this.settings = settings;
    this.vault = installation.vault();
    var engines = EngineFolder.of(installation.root());
    this.postgres =
        new PostgresEngine(
            engines,
            place("postgresql"),
            vault.password("postgresql.superuser"),
            PostgresEngine.Durability.FULL);
    this.objectStore =
        new ObjectStoreEngine(
            engines,
            place("object-store"),
            vault.password("object-store.access-key"),
            vault.password("object-store.secret-key"));
    this.elasticsearch =
        new ElasticsearchEngine(
            engines, place("elasticsearch"), vault.password("elasticsearch.cordon"), "cordon*");
    this.keycloak =
        new KeycloakEngine(
            engines,
            place("keycloak"),
            new KeycloakEngine.Settings(
                database("keycloak"), vault.password("keycloak.launcher"), realm()));
    this.services = new Services(installation, new ServiceSettings(surroundings()));
  }

  private Place place(String name) {
    return new Place(
        installation.data().resolve(name), installation.log(name), settings.internalPort(name));
  }

  private PostgresEngine.Database database(String name) {
    return postgres.database(name, vault.password(name + "_owner"), vault.password(name + "_app"));
  }

  private RealmSettings realm() {
    return new RealmSettings(
        URI.create(settings.address()),
        clientSecret(Service.GATEWAY),
        clientSecret(Service.ACCESS),
        clientSecret(Service.EVIDENCE),
        clientSecret(Service.SEARCH));
  }

  private String clientSecret(Service service) {
    return vault.password("client." + service.title());
  }

  private Path evidenceKeys() {
    return installation.secrets().resolve("evidence.keys");
  }

  private Path ledgerKey() {
    return installation.secrets().resolve("ledger.key");
  }

  private ServiceSettings.Surroundings surroundings() {
    var ports = new EnumMap<Service, Integer>(Service.class);
    var secrets = new EnumMap<Service, String>(Service.class);
    for (var service : Service.values()) {
      ports.put(
          service,
          service == Service.GATEWAY ? settings.port() : settings.internalPort(service.title()));
      secrets.put(service, clientSecret(service));
    }
    return new ServiceSettings.Surroundings(
        settings.address(),
        settings.isDemo(),
        keycloak.url(),
        ports,
        secrets,
        Map.of(
            Service.ACCESS, database("access"),
            Service.EVIDENCE, database("evidence"),
            Service.GATEWAY, database("gateway")),
        objectStore,
        elasticsearch,
        new ServiceSettings.KeyFiles(evidenceKeys(), ledgerKey()));
  }

  /**
   * All of it, in the order in which it is told and the opposite of that in which it is stopped.
   */
  List<Component> components() {
    var components = new ArrayList<Component>();
    components.add(engine(postgres, Set.of(), this::ensureDatabases));
    components.add(engine(objectStore, Set.of(), () -> {}));
    components.add(engine(elasticsearch, Set.of(), () -> {}));
    components.add(engine(keycloak, Set.of("postgresql"), this::alignKeycloak));
    components.add(service(Service.ACCESS, Set.of("postgresql")));
    components.add(service(Service.EVIDENCE, Set.of("postgresql", "object-store")));
    components.add(service(Service.SEARCH, Set.of("elasticsearch")));
    components.add(service(Service.GATEWAY, Set.of("postgresql")));
    return components;
  }

  private static Component engine(Engine engine, Set<String> after, Runnable once) {
    return new Component(
        engine.name(), ENGINE, after, engine::prepare, engine.health(), engine.startLimit(), once);
  }

  private Component service(Service service, Set<String> after) {
    return new Component(
        service.title(),
        SERVICE,
        after,
        () -> {
          ensureKeyFiles();
          return services.prepare(service);
        },
        services.health(service),
        SERVICE_LIMIT,
        () -> {});
  }

  private void ensureDatabases() {
    DATABASES.forEach(name -> postgres.ensure(database(name)));
  }

  /** A realm is imported once; an address that changed since has to be told to it. */
  private void alignKeycloak() {
    if (!settings.find("keycloak.address").orElse("").equals(settings.address())) {
      keycloakAdmin().align(realm());
      settings.put("keycloak.address", settings.address());
    }
  }

  /** A key is made once: what it protects or signs depends on it from then on. */
  private synchronized void ensureKeyFiles() {
    var key = Base64.getEncoder().encodeToString(Secrets.bytes(32));
    ensure(evidenceKeys(), key + "\n");
    var seed = Base64.getEncoder().encodeToString(Secrets.bytes(32));
    var name = "cordon-" + HexFormat.of().formatHex(Secrets.bytes(4));
    ensure(ledgerKey(), name + "+" + seed + "\n");
  }

  private static void ensure(Path file, String content) {
    try {
      if (!Files.exists(file)) {
        OwnerOnly.write(file, content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  KeycloakAdmin keycloakAdmin() {
    return new KeycloakAdmin(
        URI.create(keycloak.url()),
        KeycloakEngine.ADMINISTRATOR,
        vault.password("keycloak.launcher"));
  }

  /** The one password of all the demo's accounts. */
  String demoPassword() {
    return vault.password("demo.accounts");
  }
}
