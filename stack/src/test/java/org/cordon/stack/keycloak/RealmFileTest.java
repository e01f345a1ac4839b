package org.cordon.stack.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What can be said of the realm file and the theme without a server. */
class RealmFileTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

  private static final RealmSettings SETTINGS =
      new RealmSettings(URI.create("http://localhost:8080"), "a", "b", "c", "d");

  @TempDir Path folder;

  @Test
  void everyPlaceholderOfTheRealmFileIsFilledAndNoneIsFilledInVain() throws IOException {
    var placeholders = new TreeSet<String>();
    var matcher = PLACEHOLDER.matcher(realmText());
    while (matcher.find()) {
      placeholders.add(matcher.group(1));
    }

    assertThat(placeholders).isEqualTo(new TreeSet<>(SETTINGS.environment().keySet()));
  }

  @Test
  void everySecretOfTheRealmFileIsAPlaceholder() throws IOException {
    var secrets = realm().findValuesAsString("secret");

    assertThat(secrets)
        .hasSize(SETTINGS.secrets().size())
        .allMatch(s -> s.matches("\\$\\{CORDON_[A-Z_]+_SECRET}"));
  }

  @Test
  void nobodyButServicesStandsInTheRealmFileAndNoClientTakesPasswords() throws IOException {
    var realm = realm();

    assertThat(realm.path("users").values())
        .allMatch(user -> user.path("username").asString().startsWith("service-account-"))
        .noneMatch(user -> user.has("credentials"));
    assertThat(realm.path("clients").values())
        .noneMatch(client -> client.path("directAccessGrantsEnabled").asBoolean(false))
        .noneMatch(client -> client.path("implicitFlowEnabled").asBoolean(false))
        .noneMatch(client -> client.path("fullScopeAllowed").asBoolean(true))
        .noneMatch(client -> client.path("clientId").asString().equals(KeycloakAdmin.DEMO_CLIENT));
  }

  @Test
  void aMissingSecretIsRefusedBeforeKeycloakTakesThePlaceholderForIt() {
    var address = URI.create("http://localhost:8080");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RealmSettings(address, "a", " ", "c", "d"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RealmSettings(address, "${X}", "b", "c", "d"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RealmSettings(URI.create("http://host/"), "a", "b", "c", "d"));
  }

  @Test
  void settingsSayNothingOfTheirSecrets() {
    var settings =
        new RealmSettings(URI.create("http://localhost:8080"), "hush", "hush", "hush", "hush");

    assertThat(settings.toString()).doesNotContain("hush");
  }

  @Test
  void theWholeThemeIsWritten() throws IOException {
    CordonRealm.installInto(folder);

    assertThat(folder.resolve("data/import/cordon-realm.json")).hasContent(realmText());
    var source = Path.of("src/main/resources/keycloak/themes/cordon");
    try (var files = Files.walk(source)) {
      assertThat(files.filter(Files::isRegularFile))
          .allSatisfy(file ->
              assertThat(folder.resolve("themes/cordon").resolve(source.relativize(file)))
                  .hasSameBinaryContentAs(file));
    }
  }

  @Test
  void aWrongPasswordAnUnknownNameAndALockedAccountReadAlike() throws IOException {
    var messages = new Properties();
    try (var in = CordonRealm.open("themes/cordon/login/messages/messages_en.properties")) {
      messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    assertThat(
            Stream.of(
                    "invalidUserMessage",
                    "invalidUsernameMessage",
                    "invalidUsernameOrEmailMessage",
                    "invalidPasswordMessage",
                    "accountTemporarilyDisabledMessage",
                    "accountPermanentlyDisabledMessage")
                .map(messages::getProperty)
                .distinct())
        .hasSize(1)
        .doesNotContainNull();
  }

  private static JsonNode realm() throws IOException {
    return new JsonMapper().readTree(realmText());
  }

  private static String realmText() throws IOException {
    try (var in = CordonRealm.open(CordonRealm.FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
