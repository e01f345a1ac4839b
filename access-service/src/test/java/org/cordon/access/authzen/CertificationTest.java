package org.cordon.access.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The levels of the standard's certification (Basic, Batch, Search, Discovery), as far as they are
 * not a request with its answer: headers, errors, pages and the metadata document; and the
 * decisions of its fixture.
 */
class CertificationTest extends InteropTest {
  private static final String FIRST =
      """
      {"subject":{"type":"user","id":"alice"},"action":{"name":"read"},
       "resource":{"type":"record","id":"record-1"}}
      """;

  @ParameterizedTest
  @CsvSource({
    "alice, , read, , record-1, , true",
    "alice, , write, , record-1, , true",
    "bob, , read, , record-1, , true",
    "bob, , write, , record-1, , false",
    "alice, , write, , record-2, archived, false",
    "bob, admin, write, , record-2, archived, true",
    "alice, , delete, true, record-1, , true",
    "alice, , delete, false, record-1, , false"
  })
  void theDecisionsOfTheFixtureHold(
      String subject,
      @Nullable String role,
      String action,
      @Nullable Boolean soft,
      String resource,
      @Nullable String status,
      boolean decision) {
    Map<String, Object> body =
        Map.of(
            "subject", entity("user", subject, "role", role),
            "action",
                soft == null
                    ? Map.of("name", action)
                    : Map.of("name", action, "properties", Map.of("soft", soft)),
            "resource", entity("record", resource, "status", status));

    HttpResponse<String> answer = post("/access/v1/evaluation", json.writeValueAsString(body));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(read(answer).path("decision").isBoolean()).isTrue();
    assertThat(read(answer).path("decision").asBoolean()).isEqualTo(decision);
  }

  @Test
  void theSameRequestHasTheSameDecisionEachTime() {
    for (int i = 0; i < 5; i++) {
      assertThat(read(post("/access/v1/evaluation", FIRST)).path("decision").asBoolean()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/access/v1/evaluation",
        "/access/v1/evaluations",
        "/access/v1/search/subject",
        "/access/v1/search/resource",
        "/access/v1/search/action"
      })
  void whatIsNoJsonObjectIsABadRequest(String path) {
    assertThat(post(path, FIRST, "Content-Type", "text/plain").statusCode()).isEqualTo(400);
    assertThat(post(path, FIRST, "Content-Type", "application/x-www-form-urlencoded").statusCode())
        .isEqualTo(400);
    assertThat(post(path, "{\"subject\":").statusCode()).isEqualTo(400);
    assertThat(post(path, "").statusCode()).isEqualTo(400);
    assertThat(post(path, FIRST.replace("\"user\"", "7")).statusCode()).isEqualTo(400);
    assertThat(
            post(path, FIRST.replace("{\"type\":\"user\",\"id\":\"alice\"}", "\"alice\""))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void theNameOfARequestComesBack() {
    HttpResponse<String> named = post("/access/v1/evaluation", FIRST, "X-Request-ID", "a name");

    assertThat(named.headers().firstValue("X-Request-ID")).hasValue("a name");
    assertThat(post("/access/v1/evaluation", FIRST).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "execute_all,            'true,false,true'",
    "deny_on_first_deny,     'true,false'",
    "permit_on_first_permit, 'true'"
  })
  void theThreeSemanticsEndWhereTheyShould(String semantic, String expected) {
    String body =
        """
        {"subject":{"type":"user","id":"bob"},"resource":{"type":"record","id":"record-1"},
         "options":{"evaluations_semantic":"%s"},
         "evaluations":[{"action":{"name":"read"}},{"action":{"name":"write"}},
          {"action":{"name":"read"}}]}
        """
            .formatted(semantic);
    List<String> decisions = new ArrayList<>();

    read(post("/access/v1/evaluations", body))
        .path("evaluations")
        .forEach(one -> decisions.add(one.path("decision").asString()));

    assertThat(String.join(",", decisions)).isEqualTo(expected);
  }

  @Test
  void pagesOfOneLeadThroughAllResults() {
    List<String> found = new ArrayList<>();
    String page = "\"limit\":1";
    while (!page.isEmpty()) {
      HttpResponse<String> answer =
          post(
              "/access/v1/search/subject",
              """
              {"subject":{"type":"user"},"action":{"name":"read"},
               "resource":{"type":"record","id":"record-1"},"page":{%s}}
              """
                  .formatted(page));
      assertThat(answer.statusCode()).isEqualTo(200);
      JsonNode body = read(answer);
      assertThat(body.path("results").size()).isEqualTo(1);
      body.path("results").forEach(one -> found.add(one.path("id").asString()));
      assertThat(body.path("page").path("next_token").isString()).isTrue();
      String token = body.path("page").path("next_token").asString();
      page = token.isEmpty() ? "" : "\"token\":\"" + token + "\"";
    }
    assertThat(found).containsExactly("alice", "bob");
  }

  @Test
  void theMetadataNamesThePointAndItsEndpoints() {
    HttpResponse<String> answer = get("/.well-known/authzen-configuration");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    JsonNode metadata = read(answer);
    assertThat(metadata.path("policy_decision_point").asString()).isEqualTo(ADDRESS);
    metadata
        .properties()
        .forEach(member -> assertThat(member.getValue().asString()).startsWith(ADDRESS));
  }

  private static Map<String, Object> entity(
      String type, String id, String property, @Nullable String value) {
    return value == null
        ? Map.of("type", type, "id", id)
        : Map.of("type", type, "id", id, "properties", Map.of(property, value));
  }
}
