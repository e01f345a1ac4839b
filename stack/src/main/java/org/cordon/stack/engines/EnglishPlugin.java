package org.cordon.stack.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import tools.jackson.databind.ObjectMapper;

/**
 * Puts the plugin {@code english} into an unpacked Elasticsearch. The distribution on Maven Central
 * lacks the analysis module; the plugin gives back, under the same names, what Cordon's mappings
 * use, so that the same mappings work on a full distribution.
 */
final class EnglishPlugin {
  private static final String CLASSES = "org/cordon/stack/elasticsearch/";
  private static final String ANALYZER = "org.elasticsearch.plugin.analysis.AnalyzerFactory";
  private static final String FILTER = "org.elasticsearch.plugin.analysis.TokenFilterFactory";

  /** Names as Elasticsearch knows them, and the classes that provide them. */
  private static final Map<String, Map<String, String>> COMPONENTS =
      Map.of(
          ANALYZER, Map.of("english", "EnglishAnalyzerFactory"),
          FILTER, Map.of("asciifolding", "AsciiFoldingFactory"));

  private static final List<String> CLASSES_BESIDE = List.of("AsciiFoldingFactory$Settings");

  private EnglishPlugin() {}

  static void install(Path elasticsearch, String version) throws IOException {
    var folder = elasticsearch.resolve("plugins/english");
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("stable-plugin-descriptor.properties"),
        """
        name=english
        description=English text analysis
        version=%1$s
        elasticsearch.version=%1$s
        java.version=%2$d
        """
            .formatted(version, Runtime.version().feature()));
    Files.write(folder.resolve("named_components.json"), namedComponents());
    try (var jar = new JarOutputStream(Files.newOutputStream(folder.resolve("english.jar")))) {
      for (var name : classNames()) {
        jar.putNextEntry(new JarEntry(CLASSES + name + ".class"));
        jar.write(classFile(name));
        jar.closeEntry();
      }
    }
  }

  private static byte[] namedComponents() {
    var named = new TreeMap<String, Map<String, String>>();
    COMPONENTS.forEach((type, classes) -> {
      var qualified = new TreeMap<String, String>();
      classes.forEach((name, simple) -> qualified.put(name, CLASSES.replace('/', '.') + simple));
      named.put(type, qualified);
    });
    return new ObjectMapper().writeValueAsString(named).getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> classNames() {
    var named = COMPONENTS.values().stream().flatMap(classes -> classes.values().stream());
    return Stream.concat(named, CLASSES_BESIDE.stream()).sorted().toList();
  }

  private static byte[] classFile(String name) throws IOException {
    try (var stored =
        EnglishPlugin.class.getClassLoader().getResourceAsStream(CLASSES + name + ".class")) {
      if (stored == null) {
        throw new IOException("The class " + name + " of the english plugin is missing");
      }
      return stored.readAllBytes();
    }
  }
}
