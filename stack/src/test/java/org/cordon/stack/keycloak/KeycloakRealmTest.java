package org.cordon.stack.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cordon.stack.engines.EngineFolder;
import org.cordon.stack.engines.KeycloakEngine;
import org.cordon.stack.engines.Place;
import org.cordon.stack.engines.Secrets;
import org.cordon.stack.engines.TestEngines;
import org.cordon.stack.processes.Folders;
import org.cordon.stack.processes.OwnedProcess;
import org.cordon.stack.processes.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The realm, asked for real tokens and real pages. */
class KeycloakRealmTest {
  private static final String ADDRESS = "http://localhost:8080";
  private static final String ISSUER = ADDRESS + "/auth/realms/cordon";
  private static final String PASSWORD = "three odd words";
  private static final RealmSettings SETTINGS =
      new RealmSettings(
          URI.create(ADDRESS),
          Secrets.password(),
          Secrets.password(),
          Secrets.password(),
          Secrets.password());
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static final Path FOLDER = Path.of("target", "keycloak-realm-test").toAbsolutePath();

  private static OwnedProcess process;
  private static String server;
  private static KeycloakAdmin admin;

  @BeforeAll
  static void start() throws IOException {
    Folders.delete(FOLDER);
    Files.createDirectories(FOLDER);
    var secret = Secrets.password();
    var engine =
        new KeycloakEngine(
            EngineFolder.ofThisCheckout(),
            new Place(FOLDER.resolve("data"), FOLDER.resolve("keycloak.log"), Ports.free()),
            new KeycloakEngine.Settings(
                TestEngines.postgres().database("keycloak"), secret, SETTINGS));
    process = engine.prepare().start();
    process.awaitHealthy(engine.health(), engine.startLimit());
    server = engine.url();
    admin = new KeycloakAdmin(URI.create(server), KeycloakEngine.ADMINISTRATOR, secret);
    admin.ensureDemoClient();
  }

  @AfterAll
  static void stop() {
    process.stop(Duration.ofSeconds(5));
  }

  @Test
  void aPersonsTokenNamesThePersonTheAudienceAndTheirOrganisationRolesAndNothingMore() {
    var person = UUID.fromString("019ab111-0000-7000-8000-000000000001");
    admin.ensureAccount(account("amina.rahman", person, Set.of("auditor", "business-manager")));

    var claims = claims(admin.personToken("amina.rahman", PASSWORD));

    assertThat(claims.path("iss").asString()).isEqualTo(ISSUER);
    assertThat(claims.path("aud").asString()).isEqualTo("cordon");
    assertThat(claims.path("person").asString()).isEqualTo(person.toString());
    assertThat(claims.path("name").asString()).isEqualTo("Dr Amina Rahman");
    assertThat(claims.path("preferred_username").asString()).isEqualTo("amina.rahman");
    assertThat(claims.path("realm_access").path("roles").values())
        .extracting(JsonNode::asString)
        .containsExactlyInAnyOrder("auditor", "business-manager");
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
    assertThat(claims.propertyNames())
        .doesNotContain("email", "resource_access", "given_name", "family_name");
  }

  @Test
  void anAccountMadeTwiceIsOneAndTheSecondTellingHolds() {
    var person = UUID.fromString("019ab111-0000-7000-8000-000000000002");
    var first = admin.ensureAccount(account("brian.cole", person, Set.of("auditor")));

    var second = admin.ensureAccount(account("brian.cole", person, Set.of("administrator")));

    assertThat(second).isEqualTo(first);
    assertThat(admin.find("brian.cole")).contains(first);
    var roles = claims(admin.personToken("brian.cole", PASSWORD)).path("realm_access");
    assertThat(roles.path("roles").values())
        .extracting(JsonNode::asString)
        .containsExactly("administrator");
  }

  @Test
  void aPasswordIsLongEnoughAndATemporaryOneOpensNothingUntilItIsChanged() {
    var person = UUID.fromString("019ab111-0000-7000-8000-000000000003");
    var temporary = new NewAccount("temp", person, "T", Optional.empty(), Set.of(), PASSWORD, true);
    admin.ensureAccount(temporary);

    assertThatExceptionOfType(KeycloakRefusal.class)
        .isThrownBy(() -> admin.personToken("temp", PASSWORD));
    assertThatExceptionOfType(KeycloakRefusal.class)
        .isThrownBy(() -> admin.resetPassword("temp", "short", false))
        .withMessageContaining("invalidPasswordMinLengthMessage");
    admin.resetPassword("temp", "three other words", false);
    assertThat(admin.personToken("temp", "three other words")).isNotBlank();
  }

  @Test
  void anAccountTakesNamesAndAddressesAsPeopleHaveThem() {
    var person = UUID.fromString("019ab111-0000-7000-8000-000000000004");
    var name = "Siân (Sal) O'Brien-Shah & Sons";
    var address = "s.o'brien-shah@example.org";
    admin.ensureAccount(
        new NewAccount(address, person, name, Optional.of(address), Set.of(), PASSWORD, false));

    var claims = claims(admin.personToken(address, PASSWORD));

    assertThat(claims.path("name").asString()).isEqualTo(name);
    assertThat(claims.path("preferred_username").asString()).isEqualTo(address);
  }

  @Test
  void aWrongPasswordIsToldInPlainWordsAndALockedAccountReadsTheSame() throws Exception {
    var person = UUID.fromString("019ab111-0000-7000-8000-000000000005");
    admin.ensureAccount(account("carol.ward", person, Set.of()));

    var wrong = signIn("carol.ward", "not the password");
    for (int i = 0; i < 5; i++) {
      signIn("carol.ward", "not the password");
    }
    var locked = signIn("carol.ward", PASSWORD);
    var unknown = signIn("no.such.account", PASSWORD);

    assertThat(wrong)
        .contains("Error:", "<a href=\"#username\">The username or password is wrong.");
    assertThat(withoutChance(locked)).isEqualTo(withoutChance(wrong));
    assertThat(withoutChance(unknown).replace("no.such.account", "carol.ward"))
        .isEqualTo(withoutChance(wrong));
  }

  @Test
  void aServicesTokenCarriesTheRoleServiceAndStandsForNoPerson() throws Exception {
    for (var client : Set.of("access-service", "evidence-service", "search-service")) {
      var claims = claims(serviceToken(client));

      assertThat(claims.path("iss").asString()).isEqualTo(ISSUER);
      assertThat(claims.path("aud").asString()).isEqualTo("cordon");
      assertThat(claims.path("azp").asString()).isEqualTo(client);
      assertThat(claims.path("realm_access").path("roles").values())
          .extracting(JsonNode::asString)
          .containsExactly("service");
      assertThat(claims.has("person")).isFalse();
    }
  }

  @Test
  void accessServiceMayMakeAccountsAndTheOtherServicesMayNotEvenSeeThem() throws Exception {
    var users = server + "/admin/realms/cordon/users";

    assertThat(get(users, serviceToken("access-service")).statusCode()).isEqualTo(200);
    assertThat(get(users, serviceToken("evidence-service")).statusCode()).isEqualTo(403);
    assertThat(get(users, serviceToken("search-service")).statusCode()).isEqualTo(403);
    var clients = server + "/admin/realms/cordon/clients";
    assertThat(get(clients, serviceToken("access-service")).statusCode()).isEqualTo(403);
  }

  @Test
  void signingInDemandsPkceWithSha256() throws Exception {
    assertThat(location(authorisation("")))
        .startsWith(ADDRESS + "/login/oauth2/code/cordon?error=invalid_request");
    assertThat(location(authorisation("&code_challenge_method=plain&code_challenge=" + CHALLENGE)))
        .startsWith(ADDRESS + "/login/oauth2/code/cordon?error=invalid_request");
    assertThat(signInPage().statusCode()).isEqualTo(200);
  }

  @Test
  void theGatewayTakesNoPasswordsAndKeycloaksOwnClientsAreShut() throws Exception {
    var gateway =
        token(
            Map.of(
                "grant_type", "password",
                "client_id", "gateway",
                "client_secret", SETTINGS.gatewaySecret(),
                "username", "x",
                "password", "y"));
    assertThat(gateway.statusCode()).isEqualTo(400);
    assertThat(gateway.body()).contains("unauthorized_client");
    for (var client : Set.of("admin-cli", "account", "account-console", "security-admin-console")) {
      var form = Map.of("grant_type", "password", "client_id", client, "username", "x");
      assertThat(token(form).statusCode()).as(client).isGreaterThanOrEqualTo(400);
      var page = ISSUER_PATH + "?response_type=code&client_id=" + client + "&redirect_uri=x";
      assertThat(get(server + page, "").statusCode()).as(client).isEqualTo(400);
    }
  }

  @Test
  void theSignInPageIsCordonsOwnWithoutAnythingInlineOrFromElsewhere() throws Exception {
    var page = signInPage();

    assertThat(page.body())
        .contains("<html lang=\"en-GB\">", "Sign in – Cordon</title>", "css/cordon.css")
        .containsOnlyOnce("<h1")
        .doesNotContain("<style", "style=\"", "onclick", "onsubmit", "<script>");
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
    assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
    var style = page.body().replaceAll("(?s).*href=\"([^\"]*cordon.css)\".*", "$1");
    var served = get(server + style.substring("/auth".length()), "");
    assertThat(served.statusCode()).isEqualTo(200);
    assertThat(served.headers().firstValue("Cache-Control").orElse("")).contains("max-age=");
  }

  @Test
  void anOlderRealmIsBroughtIntoLineWithNewSettings() throws Exception {
    var changed =
        new RealmSettings(
            URI.create("https://cordon.example"),
            SETTINGS.gatewaySecret(),
            SETTINGS.accessServiceSecret(),
            SETTINGS.evidenceServiceSecret(),
            Secrets.password());
    admin.align(changed);
    try {
      assertThat(serviceToken("evidence-service")).isNotBlank();
      assertThatExceptionOfType(AssertionError.class)
          .isThrownBy(() -> serviceToken("search-service"));
      assertThat(signInPage().statusCode()).as("the old address is no longer known").isEqualTo(400);
    } finally {
      admin.align(SETTINGS);
    }
    assertThat(location(authorisation(""))).as("PKCE still demanded").contains("invalid_request");
    assertThat(signInPage().statusCode()).isEqualTo(200);
  }

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  private static final String ISSUER_PATH = "/realms/cordon/protocol/openid-connect/auth";

  private static NewAccount account(String account, UUID person, Set<String> roles) {
    return new NewAccount(
        account,
        person,
        "Dr Amina Rahman",
        Optional.of(account + "@example.org"),
        roles,
        PASSWORD,
        false);
  }

  private static HttpResponse<String> signInPage() throws Exception {
    return authorisation("&code_challenge_method=S256&code_challenge=" + CHALLENGE);
  }

  /** The page that follows when the form of a fresh sign-in page is sent. */
  private static String signIn(String account, String password) throws Exception {
    var page = signInPage();
    var cookies =
        page.headers().allValues("Set-Cookie").stream()
            .map(cookie -> cookie.replaceAll(";.*", ""))
            .collect(Collectors.joining("; "));
    var action =
        page.body()
            .replaceAll("(?s).*<form action=\"[^\"]*/auth(/[^\"]*)\".*", "$1")
            .replace("&amp;", "&");
    var request =
        HttpRequest.newBuilder(URI.create(server + action))
            .header("Cookie", cookies)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "username=" + encode(account) + "&password=" + encode(password)))
            .build();
    var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  /** A page without what differs between any two of them: the ids of the session. */
  private static String withoutChance(String page) {
    return page.replaceAll("(?s)<SCRIPT>.*?</SCRIPT>", "")
        .replaceAll("(session_code|execution|tab_id|client_data)=[A-Za-z0-9_-]+", "$1");
  }

  private static HttpResponse<String> authorisation(String more) throws Exception {
    var query =
        "?client_id=gateway&response_type=code&scope=openid%20profile&state=x&redirect_uri="
            + encode(ADDRESS + "/login/oauth2/code/cordon");
    return get(server + ISSUER_PATH + query + more, "");
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static HttpResponse<String> get(String address, String token) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(address));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String serviceToken(String client) throws Exception {
    var answer =
        token(
            Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                client,
                "client_secret",
                SETTINGS.secrets().getOrDefault(client, "")));
    assertThat(answer.statusCode()).isEqualTo(200);
    return new JsonMapper().readTree(answer.body()).path("access_token").asString();
  }

  private static HttpResponse<String> token(Map<String, String> form) throws Exception {
    var body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(URI.create(server + "/realms/cordon/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static JsonNode claims(String token) {
    var payload = token.split("\\.", -1)[1];
    return new JsonMapper().readTree(Base64.getUrlDecoder().decode(payload));
  }
}
