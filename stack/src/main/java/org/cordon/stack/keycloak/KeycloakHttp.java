package org.cordon.stack.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** JSON and forms over HTTP to one Keycloak server; a status of 400 or more is a refusal. */
final class KeycloakHttp {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final URI server;
  private final JsonMapper json = new JsonMapper();
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  /**
   * @param server the address with Keycloak's base path, such as {@code http://127.0.0.1:8081/auth}
   */
  KeycloakHttp(URI server) {
    this.server = server;
  }

  /** An answer: its status and its body, missing when there is none. */
  record Answer(int status, JsonNode body) {}

  /** Sends a form to the token endpoint of a realm and returns the access token. */
  String token(String realm, Map<String, String> form) {
    var body =
        form.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(address("/realms/" + realm + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    return send("give a token", request).body().path("access_token").asString();
  }

  Answer get(String asked, String path, String token) {
    return send(asked, request(path, token).GET());
  }

  Answer post(String asked, String path, String token, Object body) {
    return send(asked, request(path, token).POST(json(body)));
  }

  Answer put(String asked, String path, String token, Object body) {
    return send(asked, request(path, token).PUT(json(body)));
  }

  Answer delete(String asked, String path, String token, Object body) {
    return send(asked, request(path, token).method("DELETE", json(body)));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.BodyPublisher json(Object body) {
    return BodyPublishers.ofString(json.writeValueAsString(body));
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(address(path))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json");
  }

  private URI address(String path) {
    return URI.create(server + path);
  }

  private Answer send(String asked, HttpRequest.Builder request) {
    HttpResponse<String> answer;
    try {
      answer = client.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException("Keycloak did not answer when asked to " + asked, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while Keycloak was asked to " + asked, e);
    }
    if (answer.statusCode() >= 400) {
      throw new KeycloakRefusal(asked, answer.statusCode(), code(answer.body()));
    }
    return new Answer(answer.statusCode(), read(answer.body()));
  }

  private JsonNode read(String body) {
    return body.isBlank() ? MissingNode.getInstance() : json.readTree(body);
  }

  /** The error code alone: the rest of the body may repeat what was sent. */
  private String code(String body) {
    if (!body.startsWith("{")) {
      return "";
    }
    var error = read(body);
    return error.path("error").asString(error.path("errorMessage").asString(""));
  }
}
