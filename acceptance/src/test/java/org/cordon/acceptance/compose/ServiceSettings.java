package org.cordon.acceptance.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The properties that a service reads, as its build knows them: the metadata of its configuration
 * records and of the platform's, and the placeholders in its code and its application file.
 *
 * @param known every name that has an effect
 * @param needed the names of Cordon's own that must be given from outside
 */
record ServiceSettings(Set<String> known, Set<String> needed) {
  private static final String METADATA = "META-INF/spring-configuration-metadata.json";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z][a-z0-9.-]*)(:[^}]*)?}");

  static ServiceSettings of(String module) {
    var known = new TreeSet<String>();
    var needed = new TreeSet<String>();
    for (var part : List.of(module, "platform")) {
      for (var property : metadata(part)) {
        var name = property.path("name").asString();
        known.add(name);
        if (isNeeded(property)) {
          needed.add(name);
        }
      }
      for (var text : texts(part)) {
        var matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
          known.add(matcher.group(1));
          if (matcher.group(2) == null
              && matcher.group(1).startsWith("cordon.")
              && asks(module, part)) {
            needed.add(matcher.group(1));
          }
        }
      }
    }
    needed.removeAll(setInApplicationFile(module));
    known.addAll(ofSpring());
    return new ServiceSettings(known, needed);
  }

  /** The platform's client asks access-service, which alone does not ask itself. */
  private static boolean asks(String module, String part) {
    return part.equals(module) || !module.equals("access-service");
  }

  /** Whether the name is one that is read, also as a key of a property that is a map. */
  boolean reads(String name) {
    return known.contains(name) || known.contains(name.replaceFirst("\\.[^.]+$", ""));
  }

  /** Neither a default nor a type that has an empty value. */
  private static boolean isNeeded(JsonNode property) {
    var type = property.path("type").asString("");
    return !property.has("defaultValue")
        && !type.matches("java\\.util\\.(Optional|List|Set|Map)<.*")
        && !property.path("name").asString().equals("cordon.security.audience");
  }

  private static Collection<JsonNode> metadata(String module) {
    var file = ComposeFile.ROOT.resolve(module).resolve("target/classes").resolve(METADATA);
    assertThat(file).as("build %s first", module).exists();
    return new JsonMapper().readTree(file).path("properties").values();
  }

  private static List<String> texts(String module) {
    try (Stream<Path> files = Files.walk(ComposeFile.ROOT.resolve(module).resolve("src/main"))) {
      return files
          .filter(file -> file.toString().matches(".*(\\.java|application\\.ya?ml)"))
          .map(ComposeFile::text)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> setInApplicationFile(String module) {
    var folder = ComposeFile.ROOT.resolve(module).resolve("src/main/resources");
    var names = new HashSet<String>();
    for (var name : List.of("application.yml", "application.yaml")) {
      if (Files.exists(folder.resolve(name))) {
        collect(ComposeFile.yaml(folder.resolve(name)), "", names);
      }
    }
    return names;
  }

  private static void collect(JsonNode node, String prefix, Set<String> names) {
    if (node.isObject()) {
      node.properties()
          .forEach(entry ->
              collect(
                  entry.getValue(),
                  prefix.isEmpty() ? entry.getKey() : prefix + "." + entry.getKey(),
                  names));
    } else {
      names.add(prefix);
    }
  }

  private static Set<String> ofSpring() {
    var names = new HashSet<String>();
    try {
      for (URL url :
          Collections.list(ServiceSettings.class.getClassLoader().getResources(METADATA))) {
        try (var in = url.openStream()) {
          for (var property : new JsonMapper().readTree(in).path("properties").values()) {
            names.add(property.path("name").asString());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
