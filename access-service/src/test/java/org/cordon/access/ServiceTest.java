package org.cordon.access;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cordon.access.policies.CaseRole;
import org.cordon.merkle.SigningKey;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.security.OrganisationRole;
import org.cordon.platform.testing.TestIssuer;
import org.cordon.stack.engines.PostgresEngine;
import org.cordon.stack.engines.TestEngines;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a real database, spoken to over HTTP; one context for all such tests. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "logging.level.org.cordon=WARN",
      "logging.level.com.networknt=ERROR",
      "logging.level.org.cordon.access.accounts=OFF"
    })
public abstract class ServiceTest {
  protected static final TestIssuer ISSUER = TestIssuer.shared();
  protected static final PostgresEngine.Database DATABASE =
      TestEngines.postgres().database("access");
  protected static final Path LEDGER_KEY = ledgerKey();
  protected static final WireMockServer KEYCLOAK = keycloak();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Map<Integer, AnswerCheck> CHECKS = new ConcurrentHashMap<>();

  @LocalServerPort private int port;
  @Autowired protected JsonMapper json;
  @Autowired protected JdbcClient jdbc;

  private static WireMockServer keycloak() {
    WireMockServer server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    server.start();
    return server;
  }

  private static Path ledgerKey() {
    try {
      Path file = Files.createTempFile("cordon-ledger", ".key");
      file.toFile().deleteOnExit();
      return Files.writeString(
          file, SigningKey.create("cordon.example/ledger", new SecureRandom()) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    ISSUER.register(registry);
    registry.add("spring.datasource.url", DATABASE::url);
    registry.add("spring.datasource.username", DATABASE::appUser);
    registry.add("spring.datasource.password", DATABASE::appPassword);
    registry.add("spring.flyway.user", DATABASE::ownerUser);
    registry.add("spring.flyway.password", DATABASE::ownerPassword);
    registry.add("cordon.ledger.key-file", LEDGER_KEY::toString);
    registry.add("cordon.keycloak.admin-url", () -> KEYCLOAK.baseUrl() + "/admin/realms/cordon");
  }

  /** An answer of the service. */
  public record Reply(int status, String body, HttpResponse<String> whole, JsonMapper json) {
    /** The body as JSON. */
    public JsonNode node() {
      return json.readTree(body);
    }
  }

  /** Somebody with a token. */
  public record Someone(PersonId id, String name, String token) {}

  protected static Someone someone(String name, OrganisationRole... roles) {
    PersonId id = PersonId.create();
    return new Someone(id, name, ISSUER.person(id, name, roles));
  }

  protected static String service() {
    return ISSUER.service("evidence-service");
  }

  protected Reply get(@Nullable String token, String path) {
    return send(token, "GET", path, null);
  }

  protected Reply post(@Nullable String token, String path, Object body, String... headers) {
    return send(token, "POST", path, body, headers);
  }

  protected Reply put(@Nullable String token, String path, Object body, String... headers) {
    return send(token, "PUT", path, body, headers);
  }

  /** A body that is text is sent as it is, anything else as JSON. */
  protected Reply send(
      @Nullable String token,
      String method,
      String path,
      @Nullable Object body,
      String... headers) {
    Reply reply = sendUnchecked(token, method, path, body, headers);
    requireFit(method, reply.whole());
    return reply;
  }

  /** The same without a look into the OpenAPI document, for what is measured. */
  protected Reply sendUnchecked(
      @Nullable String token,
      String method,
      String path,
      @Nullable Object body,
      String... headers) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
      if (token != null) {
        request.header("Authorization", "Bearer " + token);
      }
      if (headers.length > 0) {
        request.headers(headers);
      }
      if (body == null) {
        request.method(method, HttpRequest.BodyPublishers.noBody());
      } else {
        if (!Arrays.asList(headers).contains("Content-Type")) {
          request.header("Content-Type", "application/json");
        }
        String text = body instanceof String raw ? raw : json.writeValueAsString(body);
        request.method(method, HttpRequest.BodyPublishers.ofString(text));
      }
      HttpResponse<String> answer =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Reply(answer.statusCode(), answer.body(), answer, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every answer that a test sees is as the service's OpenAPI document says. */
  private void requireFit(String method, HttpResponse<String> answer) {
    String path = answer.uri().getPath();
    if (path.startsWith("/actuator") || path.startsWith("/v3")) {
      return;
    }
    List<String> faults =
        CHECKS
            .computeIfAbsent(
                port,
                _ -> new AnswerCheck(sendUnchecked(service(), "GET", "/v3/api-docs", null).body()))
            .faults(method, answer);
    if (!faults.isEmpty()) {
      throw new AssertionError(String.join("\n", faults) + "\n" + answer.body());
    }
  }

  /** A case with its business manager. */
  public record OpenedCase(CaseId id, Someone manager) {
    /** The case's address. */
    public String path() {
      return "/api/access/cases/" + id;
    }
  }

  protected OpenedCase openCase() {
    Someone manager = someone("Maud Tillyard", OrganisationRole.BUSINESS_MANAGER);
    return openCase(manager);
  }

  protected OpenedCase openCase(Someone manager) {
    Reply opened =
        post(
            manager.token(),
            "/api/access/cases",
            Map.of("reference", "LT-01", "title", "Child Q", "reviewType", "Serious case review"));
    if (opened.status() != 201) {
      throw new IllegalStateException(opened.body());
    }
    return new OpenedCase(CaseId.from(opened.node().path("id").asString()), manager);
  }

  protected Someone add(OpenedCase to, String name, CaseRole... roles) {
    Someone someone = someone(name);
    place(to, someone, roles);
    return someone;
  }

  protected Reply place(OpenedCase in, Someone someone, CaseRole... roles) {
    return put(
        in.manager().token(), in.path() + "/people/" + someone.id(), place(someone.name(), roles));
  }

  protected static Map<String, Object> place(String name, CaseRole... roles) {
    return Map.of("name", name, "roles", List.of(roles));
  }

  /** Criminal proceedings of a case, opened with this status. */
  protected JsonNode openProceedings(OpenedCase in, Someone by, String status) {
    Reply opened =
        post(
            by.token(),
            in.path() + "/proceedings",
            Map.of(
                "kind", "CRIMINAL",
                "title", "Operation Larkspur",
                "status", status,
                "since", "2026-03-01"));
    if (opened.status() != 201) {
      throw new IllegalStateException(opened.body());
    }
    return opened.node();
  }

  /** The early discussion, until which nothing is circulated (rule 17). */
  protected Reply recordEarlyDiscussion(OpenedCase in, Someone by, JsonNode proceedings) {
    return post(
        by.token(),
        in.path() + "/proceedings/" + proceedings.path("id").asString() + "/early-discussions",
        Map.of(
            "heldOn", "2026-03-02",
            "participants", "The chair, a detective inspector, a crown prosecutor",
            "timing", "Conversations after the first hearing.",
            "conduct", "On agency processes only.",
            "contributors", "Everybody but the two first responders."));
  }

  protected Reply setStanding(OpenedCase in, Someone by, PersonId person, String standing) {
    return put(
        by.token(),
        in.path() + "/standings/" + person,
        Map.of("standing", standing, "reason", "The senior investigating officer says so."));
  }

  /** Sends a version to one member of the case group. */
  protected Reply circulate(VersionLabels labels, Someone by, PersonId to) {
    return post(
        by.token(),
        "/api/access/versions/" + labels.version() + "/circulations",
        Map.of("people", List.of(to)));
  }

  protected static VersionLabels document(OpenedCase of) {
    return VersionLabels.common(VersionId.create(), ItemId.create(), 1, of.id());
  }

  protected static VersionLabels labels(
      OpenedCase of, ItemKind kind, List<PersonId> accounts, boolean delicate) {
    return new VersionLabels(
        VersionId.create(),
        ItemId.create(),
        1,
        of.id(),
        kind,
        Set.copyOf(accounts),
        Set.of(),
        delicate,
        false,
        Set.of(),
        Set.of(),
        Set.of(),
        false);
  }

  protected VersionLabels register(VersionLabels labels) {
    Reply registered = put(service(), "/internal/labels/" + labels.version(), labels);
    if (registered.status() != 204) {
      throw new IllegalStateException(registered.body());
    }
    return labels;
  }

  /** The ledger entry that answered. */
  protected JsonNode evaluate(PersonId person, String action, String type, Object id) {
    Reply reply =
        post(
            service(),
            "/access/v1/evaluation",
            Map.of(
                "subject", Map.of("type", "person", "id", person.toString()),
                "action", Map.of("name", action),
                "resource", Map.of("type", type, "id", id.toString())));
    if (reply.status() != 200) {
      throw new IllegalStateException(reply.body());
    }
    return reply.node();
  }

  protected boolean permits(PersonId person, String action, VersionLabels labels) {
    return evaluate(person, action, "version", labels.version()).path("decision").asBoolean();
  }

  protected static Connection asOwner() throws SQLException {
    return DriverManager.getConnection(
        DATABASE.url(), DATABASE.ownerUser(), DATABASE.ownerPassword());
  }
}
