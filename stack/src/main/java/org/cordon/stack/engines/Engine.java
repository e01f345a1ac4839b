package org.cordon.stack.engines;

import java.io.IOException;
import java.time.Duration;
import org.cordon.stack.processes.HealthCheck;
import org.cordon.stack.processes.Launch;

/** A server that Cordon stands on and did not write. */
public sealed interface Engine
    permits PostgresEngine, ObjectStoreEngine, ElasticsearchEngine, KeycloakEngine {

  /** The name in {@code ./cordon status} and of the log file. */
  String name();

  /** Brings the engine's files into shape, keeping its data, and says what to start. */
  Launch prepare() throws IOException;

  HealthCheck health();

  /** How long a first start may take on a slow machine. */
  default Duration startLimit() {
    return Duration.ofMinutes(4);
  }
}
