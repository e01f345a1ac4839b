package org.cordon.acceptance.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cordon.acceptance.installation.Cordon;
import org.cordon.acceptance.installation.Status.Account;
import org.cordon.stack.keycloak.KeycloakRefusal;
import org.cordon.stack.processes.Pause;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public API of the running installation, as any of its accounts. */
public final class Api {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int PATIENCE = 70;
  private static Optional<Api> shared = Optional.empty();

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Cordon cordon;
  private final Tokens tokens;

  private Api(Cordon cordon) {
    this.cordon = cordon;
    this.tokens = new Tokens(cordon);
  }

  /** The API of the installation of this run. */
  public static synchronized Api running() {
    var cordon = Cordon.running();
    if (shared.isEmpty()) {
      shared = Optional.of(new Api(cordon));
    }
    return shared.get();
  }

  public String token(Account account) {
    return tokens.of(account.account());
  }

  public Answer get(Account as, String path) {
    return send(as(as, path).GET());
  }

  /** Every entry of a paged list. */
  public List<JsonNode> list(Account as, String path) {
    var all = new ArrayList<JsonNode>();
    var after = "";
    do {
      var page = get(as, path + "?limit=200" + after).require(200).json();
      page.path("items").forEach(all::add);
      var next = page.path("next").asString("");
      after = next.isEmpty() ? "" : "&after=" + encode(next);
    } while (!after.isEmpty());
    return all;
  }

  /** Sends JSON; a string is sent as it is. */
  public Answer post(Account as, String path, Object body) {
    return send(
        as(as, path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(json(body)));
  }

  public Answer put(Account as, String path, Object body) {
    return send(as(as, path).header("Content-Type", "application/json").PUT(json(body)));
  }

  /** Changes what the entity tag names. */
  public Answer put(Account as, String path, Object body, String entityTag) {
    return send(
        as(as, path)
            .header("Content-Type", "application/json")
            .header("If-Match", entityTag)
            .PUT(json(body)));
  }

  /** Adds a document to a case. */
  public Answer add(Account as, String caseId, Upload upload) {
    return addTo(as, documentsOf(caseId), upload);
  }

  /** Sends a file with its metadata to this path. */
  public Answer addTo(Account as, String path, Upload upload) {
    return send(addition(as, path, upload));
  }

  /** Adds a document; empty when the connection broke or nobody answered. */
  public Optional<Answer> tryAdd(Account as, String caseId, Upload upload) {
    try {
      return Optional.of(sendOnce(addition(as, documentsOf(caseId), upload).build()));
    } catch (UncheckedIOException | KeycloakRefusal _) {
      return Optional.empty();
    }
  }

  private static String documentsOf(String caseId) {
    return "/api/evidence/cases/" + caseId + "/documents";
  }

  private HttpRequest.Builder addition(Account as, String path, Upload upload) {
    return as(as, path)
        .header("Content-Type", Upload.mediaType())
        .header("Idempotency-Key", upload.key())
        .POST(upload.body());
  }

  /** A request as this person. */
  public HttpRequest.Builder as(Account account, String path) {
    return request(path).header("Authorization", "Bearer " + token(account));
  }

  /** A request as nobody. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(cordon.address() + path))
        .timeout(LIMIT)
        .header("Accept", "application/json");
  }

  /** Sends it, again after a moment when it was one too many for the rate limit. */
  public Answer send(HttpRequest.Builder request) {
    var built = request.build();
    var answer = sendOnce(built);
    for (int i = 0; i < PATIENCE && answer.status() == 429; i++) {
      Pause.of(Duration.ofSeconds(1));
      answer = sendOnce(built);
    }
    return answer;
  }

  private Answer sendOnce(HttpRequest request) {
    try {
      return new Answer(client.send(request, BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  private static BodyPublisher json(Object body) {
    return BodyPublishers.ofString(
        body instanceof String text ? text : JsonMapper.shared().writeValueAsString(body));
  }

  /** A query string, encoded. */
  public static String query(Map<String, String> parameters) {
    var text = new StringBuilder("?");
    parameters.forEach(
        (name, value) -> text.append(name).append('=').append(encode(value)).append('&'));
    return text.substring(0, text.length() - 1);
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
