package org.cordon.stack.engines;

import java.nio.file.Path;
import java.util.Objects;

/** Where an engine lives: its data, its log and its port on the loopback address. */
public record Place(Path data, Path log, int port) {
  public Place {
    data = data.toAbsolutePath().normalize();
    log = log.toAbsolutePath().normalize();
  }

  /** The folder above the data: what whoever runs the engine has to be able to pass through. */
  Path above() {
    return Objects.requireNonNull(data.getParent(), "the root folder holds no engine's data");
  }
}
