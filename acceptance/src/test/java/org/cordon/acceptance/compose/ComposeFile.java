package org.cordon.acceptance.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The file at the root of the checkout, with its anchors and merges resolved. */
record ComposeFile(JsonNode content) {

  static final Path ROOT =
      Optional.ofNullable(System.getProperty("cordon.root"))
          .map(Path::of)
          .orElseGet(() -> Path.of("..").toAbsolutePath().normalize());

  /** The containers that run our own code, by the module they are built from. */
  static final List<String> OURS =
      List.of("access-service", "evidence-service", "gateway", "search-service");

  /** A secret as one container sees it. */
  record Secret(String source, String target) {}

  static ComposeFile read() {
    return new ComposeFile(yaml(ROOT.resolve("docker-compose.yml")));
  }

  static JsonNode yaml(Path file) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(200);
    Object tree = new Yaml(new SafeConstructor(options)).load(text(file));
    return new JsonMapper().valueToTree(tree);
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, JsonNode> services() {
    return content.path("services").properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  JsonNode service(String name) {
    return content.path("services").path(name);
  }

  Map<String, String> environment(String service) {
    return service(service).path("environment").properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asString()));
  }

  List<Secret> secrets(String service) {
    return service(service).path("secrets").values().stream()
        .map(secret ->
            secret.isString()
                ? new Secret(secret.asString(), secret.asString())
                : new Secret(secret.path("source").asString(), secret.path("target").asString()))
        .toList();
  }

  /** The names of all properties that a container of ours is given, openly or as a secret. */
  List<String> settings(String service) {
    return Stream.concat(
            environment(service).keySet().stream(),
            secrets(service).stream()
                .map(Secret::target)
                .filter(target -> !target.endsWith(".key")))
        .sorted()
        .toList();
  }
}
