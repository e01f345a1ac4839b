package org.cordon.stack.services;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.cordon.stack.engines.ElasticsearchEngine;
import org.cordon.stack.engines.ObjectStoreEngine;
import org.cordon.stack.engines.PostgresEngine;

/** The properties of every service; their names are the same wherever Cordon runs. */
public final class ServiceSettings {
  private final Surroundings surroundings;

  /**
   * What the services stand on.
   *
   * @param address of the web pages, as the browser knows it
   * @param keycloak with its base path, as this machine reaches it
   * @param ports of the services
   * @param clientSecrets the services' secrets in Keycloak
   * @param databases of those services that have one
   * @param keyFiles the files of keys
   */
  public record Surroundings(
      String address,
      boolean demo,
      String keycloak,
      Map<Service, Integer> ports,
      Map<Service, String> clientSecrets,
      Map<Service, PostgresEngine.Database> databases,
      ObjectStoreEngine objectStore,
      ElasticsearchEngine elasticsearch,
      KeyFiles keyFiles) {
    public Surroundings {
      ports = Map.copyOf(ports);
      clientSecrets = Map.copyOf(clientSecrets);
      databases = Map.copyOf(databases);
    }
  }

  /**
   * Keys that are too long-lived to be settings.
   *
   * @param evidence the keys that evidence is encrypted under
   * @param ledger the key that the ledger's checkpoints are signed with
   */
  public record KeyFiles(Path evidence, Path ledger) {}

  public ServiceSettings(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Where this machine reaches the service. */
  String url(Service service) {
    return "http://127.0.0.1:" + require(surroundings.ports(), service);
  }

  Map<String, String> of(Service service) {
    var settings = common(service);
    switch (service) {
      case ACCESS -> {
        settings.put("cordon.keycloak.admin-url", surroundings.keycloak() + "/admin/realms/cordon");
        settings.put("cordon.ledger.key-file", surroundings.keyFiles().ledger().toString());
      }
      case EVIDENCE -> {
        settings.put("cordon.access.url", url(Service.ACCESS));
        settings.put("cordon.gateway.address", surroundings.address());
        settings.put("cordon.objects.endpoint", surroundings.objectStore().endpoint());
        settings.put("cordon.objects.access-key", surroundings.objectStore().accessKey());
        settings.put("cordon.objects.secret-key", surroundings.objectStore().secretKey());
        settings.put("cordon.encryption.key-file", surroundings.keyFiles().evidence().toString());
      }
      case SEARCH -> {
        settings.put("cordon.access.url", url(Service.ACCESS));
        settings.put("cordon.evidence.url", url(Service.EVIDENCE));
        settings.put("cordon.elasticsearch.url", surroundings.elasticsearch().url());
        settings.put("cordon.elasticsearch.username", surroundings.elasticsearch().username());
        settings.put("cordon.elasticsearch.password", surroundings.elasticsearch().password());
      }
      case GATEWAY -> {
        settings.put("cordon.access.url", url(Service.ACCESS));
        settings.put("cordon.evidence.url", url(Service.EVIDENCE));
        settings.put("cordon.search.url", url(Service.SEARCH));
        settings.put("cordon.keycloak.url", surroundings.keycloak());
        settings.put("cordon.gateway.address", surroundings.address());
        settings.put("cordon.gateway.demo", Boolean.toString(surroundings.demo()));
      }
    }
    return settings;
  }

  private Map<String, String> common(Service service) {
    var settings = new TreeMap<String, String>();
    var openId = surroundings.keycloak() + "/realms/cordon/protocol/openid-connect";
    settings.put("server.address", "127.0.0.1");
    settings.put("server.port", Integer.toString(require(surroundings.ports(), service)));
    settings.put("cordon.security.issuer", surroundings.address() + "/auth/realms/cordon");
    settings.put("cordon.security.jwk-set-uri", openId + "/certs");
    settings.put("cordon.security.token-uri", openId + "/token");
    settings.put("cordon.security.audience", "cordon");
    settings.put("cordon.security.client-id", service.title());
    settings.put("cordon.security.client-secret", require(surroundings.clientSecrets(), service));
    var database = surroundings.databases().get(service);
    if (database != null) {
      settings.put("spring.datasource.url", database.url());
      settings.put("spring.datasource.username", database.appUser());
      settings.put("spring.datasource.password", database.appPassword());
      settings.put("spring.flyway.user", database.ownerUser());
      settings.put("spring.flyway.password", database.ownerPassword());
      settings.put("spring.flyway.placeholders.app", database.appUser());
    }
    return settings;
  }

  private static <T> T require(Map<Service, T> values, Service service) {
    var value = values.get(service);
    if (value == null) {
      throw new IllegalArgumentException("Nothing said of " + service.title());
    }
    return value;
  }
}
