package org.cordon.acceptance.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cordon.acceptance.api.Api;
import org.cordon.acceptance.installation.Await;
import org.cordon.acceptance.installation.Cordon;
import org.cordon.acceptance.installation.Status.Account;
import org.cordon.stack.engines.KeycloakEngine;
import org.cordon.stack.installation.Installation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tokens that Keycloak itself signs, through clients that a real installation would not have. */
final class OddTokens {
  private static final String REALM = "/admin/realms/cordon";
  private static final List<String> SCOPES = List.of("basic", "profile", "acr");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private OddTokens() {}

  /** One of a client that is not Cordon's, so its audience is not {@code cordon}. */
  static String forAnotherAudience(Account account) {
    ensureClient("acceptance-elsewhere", SCOPES, Map.of());
    var token = personToken("acceptance-elsewhere", account);
    if (claims(token).path("aud").toString().contains("cordon")) {
      throw new AssertionError("This token is for Cordon after all: " + claims(token));
    }
    return token;
  }

  /** One whose time is over; it lasted a second, and clocks may differ by a little more. */
  static String expired(Account account) {
    var scopes = new ArrayList<>(SCOPES);
    scopes.add("cordon");
    ensureClient("acceptance-brief", scopes, Map.of("access.token.lifespan", "1"));
    var token = personToken("acceptance-brief", account);
    var over = Instant.ofEpochSecond(claims(token).path("exp").asLong());
    var tolerated = Duration.ofSeconds(65);
    Await.until(
        tolerated.plusSeconds(10),
        "the token has expired",
        () -> isRefused(token) || Instant.now().isAfter(over.plus(tolerated)));
    return token;
  }

  private static boolean isRefused(String token) {
    var api = Api.running();
    var request = api.request("/api/access/me").header("Authorization", "Bearer " + token);
    return api.send(request.GET()).status() == 401;
  }

  /** A service's own, as it gets it to ask the others. */
  static String ofService(String service) {
    return token(
        "cordon",
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            service,
            "client_secret",
            installation().vault().password("client." + service)));
  }

  private static String personToken(String client, Account account) {
    return token(
        "cordon",
        Map.of(
            "grant_type",
            "password",
            "client_id",
            client,
            "username",
            account.account(),
            "password",
            installation().vault().password("demo.accounts")));
  }

  private static void ensureClient(
      String name, List<String> scopes, Map<String, String> attributes) {
    var admin =
        token(
            "master",
            Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                KeycloakEngine.ADMINISTRATOR,
                "password",
                installation().vault().password("keycloak.launcher")));
    var client =
        Map.of(
            "clientId", name,
            "publicClient", true,
            "standardFlowEnabled", false,
            "directAccessGrantsEnabled", true,
            "fullScopeAllowed", false,
            "defaultClientScopes", scopes,
            "attributes", attributes);
    var request =
        HttpRequest.newBuilder(keycloak(REALM + "/clients"))
            .header("Authorization", "Bearer " + admin)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(client)));
    requireSent(request.build(), List.of(201, 409));
  }

  private static String token(String realm, Map<String, String> form) {
    var body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + Api.encode(field.getValue()))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(keycloak("/realms/" + realm + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build();
    var answer = requireSent(request, List.of(200));
    return JsonMapper.shared().readTree(answer).path("access_token").asString();
  }

  private static String requireSent(HttpRequest request, List<Integer> expected) {
    try {
      var response = CLIENT.send(request, BodyHandlers.ofString());
      if (!expected.contains(response.statusCode())) {
        throw new AssertionError(
            request.uri() + ": " + response.statusCode() + " " + response.body());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  private static JsonNode claims(String token) {
    var part = token.split("\\.", -1)[1];
    return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(part));
  }

  private static URI keycloak(String path) {
    var port = installation().settings().internalPort("keycloak");
    return URI.create("http://127.0.0.1:" + port + "/auth" + path);
  }

  private static Installation installation() {
    return Cordon.running().installation();
  }
}
