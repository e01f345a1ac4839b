package org.cordon.acceptance.confidentiality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cordon.acceptance.api.Answer;
import org.cordon.acceptance.api.Api;
import org.cordon.acceptance.installation.Status.Account;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One operation of an OpenAPI document, with the names of the ids that its address takes. An id is
 * named by what stands before it, in the singular: {@code /items/{item}} and {@code /items/{id}}
 * both take an {@code item}.
 *
 * @param body a body that fits the document as far as its required members go; null for none
 */
record Door(String method, String path, List<String> ids, JsonNode body) {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
  private static final Pattern PARAMETER = Pattern.compile("([a-z-]+)/\\{([a-zA-Z]+)}");
  private static final Map<String, String> PLURALS =
      Map.of("people", "person", "entries", "entry", "agencies", "agency");

  /** Every operation of these services that is reached from outside. */
  static List<Door> all(Api api, Account as, String... services) {
    List<Door> doors = new ArrayList<>();
    for (String service : services) {
      JsonNode document = api.get(as, "/api/docs/" + service).require(200).json();
      document
          .path("paths")
          .properties()
          .forEach(path -> {
            if (path.getKey().startsWith("/api/")) {
              path.getValue().properties().stream()
                  .filter(it -> METHODS.contains(it.getKey()))
                  .map(it -> of(it.getKey(), path.getKey(), it.getValue(), document))
                  .forEach(doors::add);
            }
          });
    }
    return doors;
  }

  private static Door of(String method, String path, JsonNode operation, JsonNode document) {
    List<String> ids = new ArrayList<>();
    Matcher parameters = PARAMETER.matcher(path);
    while (parameters.find()) {
      ids.add(named(parameters.group(1), parameters.group(2)));
    }
    JsonNode schema =
        operation.path("requestBody").path("content").path("application/json").path("schema");
    return new Door(
        method.toUpperCase(Locale.ROOT),
        path,
        List.copyOf(ids),
        schema.isMissingNode() ? JsonMapper.shared().nullNode() : example(schema, document, 0));
  }

  /** A number of a version or a place is no id. */
  private static String named(String before, String parameter) {
    return Set.of("n", "number", "p", "page").contains(parameter) ? "number" : singular(before);
  }

  /** The word for one of them. */
  static String singular(String plural) {
    return Optional.ofNullable(PLURALS.get(plural))
        .orElseGet(() -> plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural);
  }

  boolean isReading() {
    return method.equals("GET");
  }

  /** The address with these in the place of its parameters, in their order. */
  String with(List<String> values) {
    String filled = path;
    for (String value : values) {
      filled = filled.replaceFirst("\\{[a-zA-Z]+}", value);
    }
    return filled;
  }

  /** Asks, with the same key and entity tag whatever the ids are. */
  Answer ask(Api api, Account as, List<String> values) {
    var request = api.as(as, with(values)).header("If-Match", "\"1\"");
    if (method.equals("POST")) {
      request.header("Idempotency-Key", UUID.randomUUID().toString());
    }
    if (!body.isNull()) {
      request.header("Content-Type", "application/json");
    }
    return api.send(
        request.method(
            method,
            body.isNull()
                ? java.net.http.HttpRequest.BodyPublishers.noBody()
                : java.net.http.HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  /** The smallest value that a schema allows, with the members that it requires. */
  private static JsonNode example(JsonNode given, JsonNode document, int depth) {
    JsonNode schema = resolved(given, document);
    if (schema.has("enum")) {
      return schema.path("enum").get(0);
    }
    String type = types(schema).filter(it -> !it.equals("null")).findFirst().orElse("object");
    JsonMapper json = JsonMapper.shared();
    return switch (type) {
      case "string" -> json.valueToTree(text(schema.path("format").asString("")));
      case "integer", "number" -> json.valueToTree(1);
      case "boolean" -> json.valueToTree(false);
      case "array" ->
          depth > 4
              ? json.createArrayNode()
              : json.createArrayNode().add(example(schema.path("items"), document, depth + 1));
      default -> object(schema, document, depth);
    };
  }

  private static JsonNode object(JsonNode schema, JsonNode document, int depth) {
    ObjectNode object = JsonMapper.shared().createObjectNode();
    if (depth <= 4) {
      schema
          .path("required")
          .forEach(name ->
              object.set(
                  name.asString(),
                  example(schema.path("properties").path(name.asString()), document, depth + 1)));
    }
    return object;
  }

  private static JsonNode resolved(JsonNode schema, JsonNode document) {
    JsonNode one = schema.has("oneOf") ? schema.path("oneOf").get(0) : schema;
    String reference = one.path("$ref").asString("");
    return reference.isEmpty() ? one : document.at(reference.substring(1));
  }

  private static Stream<String> types(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray()
        ? type.valueStream().map(JsonNode::asString)
        : type.isString() ? Stream.of(type.asString()) : Stream.empty();
  }

  private static String text(String format) {
    return switch (format) {
      case "uuid" -> "01900000-0000-7000-8000-000000000001";
      case "date" -> "2026-01-31";
      case "date-time" -> "2026-01-31T10:00:00Z";
      default -> "Words";
    };
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
