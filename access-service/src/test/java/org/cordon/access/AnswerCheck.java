package org.cordon.access;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds every answer against the OpenAPI document that the service publishes: the status and the
 * type of content are documented, the body fits its schema, and nothing is in it that the document
 * does not name.
 */
public final class AnswerCheck {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final JsonNode document;
  private final List<Template> templates;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private record Template(String path, Pattern pattern, long variables) {
    static Template of(String path) {
      return new Template(
          path,
          Pattern.compile(path.replaceAll("\\{[^/]+}", "[^/]+")),
          path.chars().filter(sign -> sign == '{').count());
    }
  }

  /** By a document in JSON. */
  public AnswerCheck(String document) {
    this.document = closed(JSON.readTree(document.replace("#/components/schemas/", "#/$defs/")));
    this.templates =
        this.document.path("paths").propertyNames().stream()
            .map(Template::of)
            .sorted(Comparator.comparing(Template::variables))
            .toList();
  }

  /**
   * An answer to a request.
   *
   * @param type its type of content; empty when it has none
   */
  public record Seen(String method, String path, int status, String type, String body) {
    static Seen of(String method, HttpResponse<String> answer) {
      return new Seen(
          method,
          answer.uri().getPath(),
          answer.statusCode(),
          answer.headers().firstValue("Content-Type").orElse("").replaceFirst("\\s*;.*", ""),
          answer.body());
    }

    @Override
    public String toString() {
      return method + " " + path + " " + status;
    }
  }

  /** What of the answer is not as the document says; empty when all is. */
  public List<String> faults(String method, HttpResponse<String> answer) {
    return faults(Seen.of(method, answer));
  }

  List<String> faults(Seen seen) {
    Optional<JsonNode> operation = operation(seen);
    if (operation.isEmpty()) {
      return seen.status() >= 400 ? List.of() : List.of(seen + ": not in the document");
    }
    JsonNode responses = operation.get().path("responses");
    String documented =
        responses.has(String.valueOf(seen.status())) || seen.status() < 400
            ? String.valueOf(seen.status())
            : "default";
    if (!responses.has(documented)) {
      return List.of(seen + ": this status is not in the document");
    }
    return faults(seen, responses.path(documented).path("content"));
  }

  private List<String> faults(Seen seen, JsonNode content) {
    if (seen.body().isEmpty() || content.isEmpty()) {
      return seen.body().isEmpty() && content.isEmpty()
          ? List.of()
          : List.of(seen + ": there is a body and none in the document, or the other way round");
    }
    JsonNode schema = content.path(seen.type()).path("schema");
    if (schema.isMissingNode()) {
      return List.of(seen + ": content of type " + seen.type() + " is not in the document");
    }
    if (!seen.type().endsWith("json")) {
      return List.of();
    }
    return schemas
        .computeIfAbsent(schema.toString(), _ -> compiled(schema))
        .validate(seen.body(), InputFormat.JSON)
        .stream()
        .map(fault -> seen + ": " + fault)
        .toList();
  }

  private Optional<JsonNode> operation(Seen seen) {
    return templates.stream()
        .filter(template -> template.pattern().matcher(seen.path()).matches())
        .map(template ->
            document
                .path("paths")
                .path(template.path())
                .path(seen.method().toLowerCase(Locale.ROOT)))
        .filter(JsonNode::isObject)
        .findFirst();
  }

  private Schema compiled(JsonNode schema) {
    ObjectNode root = JSON.createObjectNode();
    root.set("$defs", document.path("components").path("schemas"));
    root.setAll((ObjectNode) schema);
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(root);
  }

  /** Shapes that name their members name them all; those that inherit are left as they are. */
  private static JsonNode closed(JsonNode document) {
    for (JsonNode schema : document.path("components").path("schemas")) {
      if (schema instanceof ObjectNode object
          && object.has("properties")
          && !object.has("additionalProperties")
          && !object.has("discriminator")
          && !object.has("allOf")) {
        object.put("additionalProperties", false);
      }
    }
    return document;
  }
}
