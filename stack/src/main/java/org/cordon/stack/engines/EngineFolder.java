package org.cordon.stack.engines;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import org.cordon.stack.processes.Folders;

/**
 * Where the build left the engines, and where they lie unpacked beside that: {@code
 * stack/target/engines}. Unpacking happens once; a second process that wants the same waits for the
 * first, and one that was cut short is done again.
 */
public record EngineFolder(Path folder, Path objectStoreFolder) {

  private static final Properties VERSIONS = versions();

  /** The engines of the checkout at the given root. */
  public static EngineFolder of(Path root) {
    return new EngineFolder(
        root.resolve("stack/target/engines"),
        root.resolve("stack/object-store/target/s3proxy-" + version("s3proxy")));
  }

  /** The checkout that this JVM works in: property cordon.root, or found upwards from here. */
  public static EngineFolder ofThisCheckout() {
    var named = Optional.ofNullable(System.getProperty("cordon.root")).map(Path::of);
    return of(named.orElseGet(EngineFolder::rootAbove));
  }

  private static Path rootAbove() {
    var here = Path.of("").toAbsolutePath();
    for (var at = here; at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("stack/pom.xml"))) {
        return at;
      }
    }
    throw new IllegalStateException(
        "No Cordon checkout at or above " + here + "; name it with -Dcordon.root=...");
  }

  Path postgresql() throws IOException {
    return unpacked("postgresql", ".jar", Unpack::embeddedTarball);
  }

  Path elasticsearch() throws IOException {
    var home = unpacked("elasticsearch", ".zip", Unpack::zip);
    EnglishPlugin.install(home, version("elasticsearch"));
    return home;
  }

  Path keycloak() throws IOException {
    return unpacked(
        "keycloak",
        ".zip",
        (archive, target) -> {
          Unpack.zip(archive, target);
          KeycloakBuild.run(target);
        });
  }

  Path objectStore() {
    return present(objectStoreFolder);
  }

  static String version(String engine) {
    var version = VERSIONS.getProperty(engine);
    if (version == null) {
      throw new IllegalArgumentException("No version known of " + engine);
    }
    return version;
  }

  private Path unpacked(String engine, String ending, Unpacking unpacking) throws IOException {
    var name = engine + "-" + version(engine);
    var target = folder.resolve("unpacked").resolve(name);
    var complete = target.resolve(".complete");
    if (Files.exists(complete)) {
      return target;
    }
    var archive = present(folder.resolve(name + ending));
    Files.createDirectories(target.getParent());
    var lock = target.resolveSibling(name + ".lock");
    // Threads of one JVM may not share a file lock, so they queue here first.
    synchronized (EngineFolder.class) {
      try (var channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        if (!Files.exists(complete)) {
          Folders.delete(target);
          unpacking.unpack(archive, target);
          Files.createFile(complete);
        }
      }
    }
    return target;
  }

  private static Path present(Path path) {
    if (!Files.exists(path)) {
      throw new IllegalStateException(
          path + " is not there. Build it once: mvn -pl stack -am install -DskipTests");
    }
    return path;
  }

  private static Properties versions() {
    var versions = new Properties();
    try (InputStream stored = EngineFolder.class.getResourceAsStream("versions.properties")) {
      if (stored == null) {
        throw new IllegalStateException("versions.properties is missing from the build");
      }
      versions.load(stored);
    } catch (IOException e) {
      throw new IllegalStateException("versions.properties cannot be read", e);
    }
    return versions;
  }

  @FunctionalInterface
  private interface Unpacking {
    void unpack(Path archive, Path target) throws IOException;
  }
}
