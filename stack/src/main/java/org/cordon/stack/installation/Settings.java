package org.cordon.stack.installation;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cordon.stack.processes.OwnerOnly;
import org.cordon.stack.processes.Ports;

/** What an installation remembers of itself. Every change is on disk before the method returns. */
public final class Settings {
  public static final int USUAL_PORT = 8080;

  private final Path file;
  private final Map<String, String> values;

  private Settings(Path file, Map<String, String> values) {
    this.file = file;
    this.values = values;
  }

  static Settings of(Path file) {
    return new Settings(file, PropertiesFile.read(file));
  }

  /** The port of the web address. */
  public int port() {
    return find("port").map(Integer::parseInt).orElse(USUAL_PORT);
  }

  public void port(int port) {
    put("port", Integer.toString(port));
  }

  public String address() {
    return "http://localhost:" + port();
  }

  public boolean isDemo() {
    return find("demo").map(Boolean::parseBoolean).orElse(false);
  }

  public void demo(boolean demo) {
    put("demo", Boolean.toString(demo));
  }

  /** Whether a step that is done once in an installation's life has been done. */
  public boolean isDone(String step) {
    return find("done." + step).isPresent();
  }

  public void done(String step) {
    put("done." + step, "true");
  }

  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  public synchronized void put(String name, String value) {
    if (!value.equals(values.put(name, value))) {
      PropertiesFile.write(file, values);
    }
  }

  /** The remembered port of an engine or service, or one picked now and remembered. */
  public synchronized int internalPort(String name) {
    var key = "port." + name;
    return find(key)
        .map(Integer::parseInt)
        .orElseGet(() -> {
          var port = freshPort();
          put(key, Integer.toString(port));
          return port;
        });
  }

  /** Forgets a port that somebody else has taken meanwhile. */
  public synchronized int replaceInternalPort(String name) {
    values.remove("port." + name);
    return internalPort(name);
  }

  private int freshPort() {
    Set<String> taken =
        values.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("port"))
            .map(Map.Entry::getValue)
            .collect(Collectors.toSet());
    int port = Ports.free();
    while (taken.contains(Integer.toString(port))) {
      port = Ports.free();
    }
    return port;
  }

  /** Reading and writing of small property files, sorted and owner-only. */
  static final class PropertiesFile {
    private PropertiesFile() {}

    static Map<String, String> read(Path file) {
      var values = new TreeMap<String, String>();
      if (Files.exists(file)) {
        try {
          var properties = new java.util.Properties();
          properties.load(new StringReader(Files.readString(file)));
          properties.stringPropertyNames().forEach(n -> values.put(n, properties.getProperty(n)));
        } catch (IOException e) {
          throw new UncheckedIOException("Cannot read " + file, e);
        }
      }
      return values;
    }

    static void write(Path file, Map<String, String> values) {
      try {
        OwnerOnly.write(file, PropertiesText.of(values));
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot write " + file, e);
      }
    }
  }
}
