package org.cordon.search.following;

import java.time.Clock;
import org.cordon.platform.access.AccessClient;
import org.cordon.search.index.Generation;
import org.cordon.search.index.Generations;
import org.springframework.stereotype.Component;

/** Makes followers. */
@Component
public class Followers {
  private final EvidenceClient evidence;
  private final AccessClient access;
  private final Applier applier;
  private final Generations generations;
  private final Clock clock;

  Followers(
      EvidenceClient evidence,
      AccessClient access,
      Applier applier,
      Generations generations,
      Clock clock) {
    this.evidence = evidence;
    this.access = access;
    this.applier = applier;
    this.generations = generations;
    this.clock = clock;
  }

  /** A follower that begins where this generation has come to. It does not run yet. */
  public Follower of(Generation generation) {
    return new Follower(generation, evidence, access, applier, generations, clock);
  }
}
