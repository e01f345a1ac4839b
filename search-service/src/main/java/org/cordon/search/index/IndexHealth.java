package org.cordon.search.index;

import org.cordon.platform.problems.Problem;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready when a generation serves and Elasticsearch answers. */
@Component("indexHealthIndicator")
class IndexHealth implements HealthIndicator {
  private final Generations generations;

  IndexHealth(Generations generations) {
    this.generations = generations;
  }

  @Override
  public Health health() {
    if (!generations.isOpen()) {
      return Health.down().build();
    }
    try {
      generations.serving();
      return Health.up().build();
    } catch (Problem unavailable) {
      return Health.down().build();
    }
  }
}
