package org.cordon.access.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cordon.platform.testing.Material;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The working group's interoperability sets, every file of every scenario that is there, with
 * requests and answers checked against its JSON schemas; and what its certification scenario asks.
 */
class InteropSetsTest extends InteropTest {
  private static final Set<String> OF_AN_ENTITY = Set.of("type", "id", "name", "properties");

  @Test
  void everyDecisionOfTheInteroperabilitySetsIsAsExpected() throws IOException {
    Path folder = Material.require("authzen");
    Schemas schemas = new Schemas(folder.resolve("api/schemas"));
    List<String> wrong = new ArrayList<>();
    int decisions = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(InteropSetsTest::isSet).sorted().toList()) {
        JsonNode set = json.readTree(Files.readString(file));
        for (String member : List.of("evaluation", "decisions")) {
          for (JsonNode one : set.path(member)) {
            decisions++;
            wrong.addAll(evaluation(file, one, schemas));
          }
        }
        for (JsonNode one : set.path("evaluations")) {
          decisions += one.path("expected").size();
          wrong.addAll(evaluations(file, one, schemas));
        }
      }
    }
    Material.report("AuthZEN interoperability sets: %d decisions".formatted(decisions));
    assertThat(wrong).isEmpty();
    assertThat(decisions).isPositive();
  }

  @Test
  void whatTheCertificationScenarioAsksIsAnsweredAsItSays() {
    Path scenario = Material.require("authzen").resolve("authorization-api-1_0-scenario.md");
    List<Scenario.Exchange> exchanges =
        Scenario.exchanges(scenario).stream()
            .filter(exchange -> !exchange.body().contains("<next_token"))
            .toList();
    for (Scenario.Exchange exchange : exchanges) {
      HttpResponse<String> answer = post(exchange.path(), exchange.body());
      String name = exchange.section() + " " + exchange.body() + "\n" + answer.body();
      assertThat(answer.statusCode()).as(name).isEqualTo(exchange.status());
      exchange
          .answer()
          .map(text -> json.readTree(text.replaceAll("<[a-z]+>", "null")))
          .ifPresent(expected -> assertThat(missing(expected, read(answer))).as(name).isEmpty());
    }
    Material.report("AuthZEN certification scenario: %d requests".formatted(exchanges.size()));
    assertThat(exchanges).hasSizeGreaterThan(30);
  }

  private List<String> evaluation(Path file, JsonNode one, Schemas schemas) {
    ObjectNode request = inPropertiesOfItsOwn(one.path("request"));
    List<String> wrong = new ArrayList<>(schemas.request(request));
    HttpResponse<String> answer = post("/access/v1/evaluation", request.toString());
    wrong.addAll(schemas.response(answer.body()));
    if (answer.statusCode() != 200
        || read(answer).path("decision").asBoolean() != one.path("expected").asBoolean()) {
      wrong.add(file.getFileName() + ": " + request + ": " + answer.body());
    }
    return wrong;
  }

  private List<String> evaluations(Path file, JsonNode one, Schemas schemas) {
    HttpResponse<String> answer = post("/access/v1/evaluations", one.path("request").toString());
    List<String> wrong = new ArrayList<>();
    JsonNode decisions = read(answer).path("evaluations");
    decisions.forEach(decision -> wrong.addAll(schemas.response(decision.toString())));
    if (decisions.size() != one.path("expected").size()
        || !missing(one.path("expected"), decisions).isEmpty()) {
      wrong.add(file.getFileName() + ": " + one.path("request") + ": " + answer.body());
    }
    return wrong;
  }

  private static boolean isSet(Path file) {
    return file.getFileName().toString().matches("decisions.*\\.json");
  }

  /** The first drafts put the properties of a subject or resource beside its type and id. */
  private static ObjectNode inPropertiesOfItsOwn(JsonNode request) {
    ObjectNode moved = ((ObjectNode) request).deepCopy();
    for (String member : List.of("subject", "action", "resource")) {
      if (moved.get(member) instanceof ObjectNode entity) {
        for (Map.Entry<String, JsonNode> one : List.copyOf(entity.properties())) {
          if (!OF_AN_ENTITY.contains(one.getKey())) {
            entity.remove(one.getKey());
            entity.withObjectProperty("properties").set(one.getKey(), one.getValue());
          }
        }
      }
    }
    return moved;
  }

  /** What of the expected is not in the answer; {@code null} stands for anything. */
  private static List<String> missing(JsonNode expected, JsonNode actual) {
    List<String> missing = new ArrayList<>();
    if (expected.isObject()) {
      expected
          .properties()
          .forEach(member -> {
            JsonNode value = actual.path(member.getKey());
            if (member.getKey().equals("results")) {
              member
                  .getValue()
                  .forEach(one -> {
                    if (value.valueStream().noneMatch(one::equals)) {
                      missing.add(one.toString());
                    }
                  });
            } else {
              missing.addAll(missing(member.getValue(), value));
            }
          });
    } else if (expected.isArray()) {
      for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
        missing.addAll(missing(expected.path(i), actual.path(i)));
      }
    } else if (!expected.isNull() && !expected.equals(actual)) {
      missing.add(expected.toString());
    }
    return missing;
  }

  /** The working group's schemas of a single evaluation. */
  private static final class Schemas {
    private final Schema request;
    private final Schema response;

    Schemas(Path folder) throws IOException {
      request = schema(folder.resolve("evaluation-request.schema.json"));
      response = schema(folder.resolve("evaluation-response.schema.json"));
    }

    List<String> request(JsonNode body) {
      return problems(request, body.toString());
    }

    List<String> response(String body) {
      return problems(response, body);
    }

    /** Their ids are no addresses, which the validator wants an id to be. */
    private static Schema schema(Path file) throws IOException {
      ObjectNode schema = (ObjectNode) JsonMapper.shared().readTree(Files.readString(file));
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(schema.without("$id"));
    }

    private static List<String> problems(Schema schema, String body) {
      return schema.validate(body, InputFormat.JSON).stream()
          .map(problem -> problem + " in " + body)
          .toList();
    }
  }
}
