package org.cordon.stack.supervision;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.cordon.stack.processes.HealthCheck;
import org.cordon.stack.processes.Launch;

/**
 * One process of an installation and when it may start.
 *
 * @param after names of those that have to be ready before it starts
 * @param preparation brings its files into shape; may run before those others are ready
 * @param once is done each time it has become ready, before others that wait for it start
 */
public record Component(
    String name,
    Kind kind,
    Set<String> after,
    Preparation preparation,
    HealthCheck health,
    Duration limit,
    Runnable once) {

  /** Cordon's own programs are services; the ones it stands on are engines. */
  public enum Kind {
    ENGINE,
    SERVICE
  }

  /** Brings files into shape and says what to start. */
  @FunctionalInterface
  public interface Preparation {
    Launch prepare() throws IOException;
  }

  public Component {
    after = Set.copyOf(after);
  }
}
