package org.cordon.stack.engines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.Arrays;
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

  private static final Map<String, String> FILTERS =
      Map.of(
          "asciifolding", "AsciiFoldingFactory",
          "edge_ngram", "EdgeNgramFactory",
          "stemmer", "StemmerFactory",
          "word_delimiter_graph", "WordDelimiterGraphFactory");

  /** Names as Elasticsearch knows them, and the classes that provide them. */
  private static final Map<String, Map<String, String>> COMPONENTS =
      Map.of(ANALYZER, Map.of("english", "EnglishAnalyzerFactory"), FILTER, FILTERS);

  private EnglishPlugin() {}

  /** Brings the plugin up to date; a server that runs keeps the one it began with. */
  static void install(Path elasticsearch, String version) throws IOException {
    var folder = Files.createDirectories(elasticsearch.resolve("plugins/english"));
    var descriptor =
        """
        name=english
        description=English text analysis
        version=%1$s
        elasticsearch.version=%1$s
        java.version=%2$d
        """
            .formatted(version, Runtime.version().feature());
    replace(
        folder.resolve("stable-plugin-descriptor.properties"),
        descriptor.getBytes(StandardCharsets.UTF_8));
    replace(folder.resolve("named_components.json"), namedComponents());
    replace(folder.resolve("english.jar"), jar());
  }

  private static byte[] jar() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var jar = new JarOutputStream(bytes)) {
      for (var name : classNames()) {
        var entry = new JarEntry(CLASSES + name + ".class");
        entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
        jar.putNextEntry(entry);
        jar.write(classFile(name));
        jar.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static void replace(Path file, byte[] content) throws IOException {
    if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
      return;
    }
    // Beside the folder: whatever lies in it is part of the plugin.
    var draft = Files.createTempFile(file.resolve("../..").normalize().resolve(".."), "plugin", "");
    Files.write(draft, content);
    Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
    return Stream.concat(named, FILTERS.values().stream().map(filter -> filter + "$Settings"))
        .sorted()
        .toList();
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
