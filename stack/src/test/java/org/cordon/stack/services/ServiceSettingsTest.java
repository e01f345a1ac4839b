package org.cordon.stack.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cordon.stack.engines.ElasticsearchEngine;
import org.cordon.stack.engines.EngineFolder;
import org.cordon.stack.engines.ObjectStoreEngine;
import org.cordon.stack.engines.Place;
import org.cordon.stack.engines.PostgresEngine.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceSettingsTest {
  private static final ServiceSettings SETTINGS = settings();

  @ParameterizedTest
  @EnumSource(Service.class)
  void everyServiceListensOnThisMachineAloneAndKnowsTheIssuer(Service service) {
    assertThat(SETTINGS.of(service))
        .containsEntry("server.address", "127.0.0.1")
        .containsEntry("server.port", Integer.toString(9000 + service.title().length()))
        .containsEntry("cordon.security.issuer", "http://localhost:8080/auth/realms/cordon")
        .containsEntry(
            "cordon.security.jwk-set-uri",
            "http://127.0.0.1:9100/auth/realms/cordon/protocol/openid-connect/certs")
        .containsEntry("cordon.security.client-id", service.title())
        .containsEntry("cordon.security.client-secret", "secret-" + service.title());
  }

  @Test
  void aServiceWithADatabaseMigratesAsItsOwnerAndWorksAsItsApp() {
    assertThat(SETTINGS.of(Service.ACCESS))
        .containsEntry("spring.datasource.username", "access_app")
        .containsEntry("spring.flyway.user", "access_owner")
        .containsEntry("spring.flyway.placeholders.app", "access_app");
    assertThat(SETTINGS.of(Service.SEARCH)).doesNotContainKey("spring.datasource.url");
  }

  @Test
  void nobodyIsToldASecretThatIsNotTheirs() {
    assertThat(SETTINGS.of(Service.GATEWAY).values())
        .doesNotContain("store-secret", "searchpassword", "secret-access-service");
    assertThat(SETTINGS.of(Service.SEARCH).values()).doesNotContain("store-secret");
    assertThat(SETTINGS.of(Service.EVIDENCE).values()).doesNotContain("searchpassword");
  }

  @Test
  void eachKeyFileIsToldToTheServiceThatUsesItAndToNoOther() {
    for (var service : Service.values()) {
      assertThat(SETTINGS.of(service).containsValue("ledger-key"))
          .isEqualTo(service == Service.ACCESS);
      assertThat(SETTINGS.of(service).containsValue("evidence-key"))
          .isEqualTo(service == Service.EVIDENCE);
    }
  }

  private static ServiceSettings settings() {
    var engines = new EngineFolder(Path.of("engines"), Path.of("store"));
    var place = new Place(Path.of("data"), Path.of("log"), 9200);
    return new ServiceSettings(
        new ServiceSettings.Surroundings(
            "http://localhost:8080",
            false,
            "http://127.0.0.1:9100/auth",
            each(service -> 9000 + service.title().length()),
            each(service -> "secret-" + service.title()),
            Map.of(Service.ACCESS, database("access")),
            new ObjectStoreEngine(engines, place, "store-key", "store-secret"),
            new ElasticsearchEngine(engines, place, "searchpassword", "cordon*"),
            new ServiceSettings.KeyFiles(Path.of("evidence-key"), Path.of("ledger-key"))));
  }

  private static Database database(String name) {
    return new Database("jdbc:x", name + "_owner", "owner-secret", name + "_app", "app-secret");
  }

  private static <T> Map<Service, T> each(Function<Service, T> value) {
    return Arrays.stream(Service.values()).collect(Collectors.toMap(Function.identity(), value));
  }
}
