package org.cordon.stack.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.cordon.stack.processes.OwnerOnly;

/** Where everything of one installation lies, and the checkout whose programs it runs. */
public record Installation(Path root, Path state) {

  /** The one that the script named: properties cordon.root and cordon.state. */
  public static Installation named() {
    return new Installation(folder("cordon.root"), folder("cordon.state"));
  }

  private static Path folder(String property) {
    var value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException("Start this with the script ./cordon: no " + property);
    }
    return Path.of(value).toAbsolutePath().normalize();
  }

  /** Makes the folders. Those on the way to the engines' data let their users pass, not look. */
  public void create() throws IOException {
    Files.createDirectories(state);
    Files.createDirectories(data());
    var passage =
        PosixFilePermissions.fromString(
            "root".equals(System.getProperty("user.name")) ? "rwx--x--x" : "rwx------");
    for (var folder : List.of(state, data())) {
      Files.setPosixFilePermissions(folder, passage);
    }
    for (var folder : List.of(logs(), run(), secrets(), state.resolve("config"))) {
      OwnerOnly.createDirectory(folder);
    }
  }

  public boolean exists() {
    return Files.exists(state.resolve("installation.properties"));
  }

  public Settings settings() {
    return Settings.of(state.resolve("installation.properties"));
  }

  public Vault vault() {
    return new Vault(secrets().resolve("passwords.properties"));
  }

  public Path data() {
    return state.resolve("data");
  }

  public Path logs() {
    return state.resolve("logs");
  }

  public Path log(String name) {
    return logs().resolve(name + ".log");
  }

  public Path run() {
    return state.resolve("run");
  }

  public Path secrets() {
    return state.resolve("secrets");
  }

  /** A folder for what one service is told; only its owner reads it. */
  public Path configuration(String service) throws IOException {
    return OwnerOnly.createDirectory(state.resolve("config").resolve(service));
  }
}
