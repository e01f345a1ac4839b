package org.cordon.access.standings;

import java.time.Instant;
import java.util.Optional;

/** A person's position in the proceedings, from the weakest to the strongest. */
public enum Standing {
  /** The approving officer says that they need not be kept from others' accounts (rule 3). */
  RELEASED,
  NONE,
  POTENTIAL_WITNESS,
  WITNESS,
  SUSPECT;

  /**
   * A standing as it was recorded.
   *
   * @param at when
   */
  public record Recorded(Standing standing, Instant at) {}

  /**
   * The standing that holds (rules 2 and 3).
   *
   * @param recorded the newest on record
   * @param takesPart whether the person is a practitioner or a family member in the case
   * @param wallSince since when proceedings with a wall are live; empty when none are
   */
  public static Standing effective(
      Optional<Recorded> recorded, boolean takesPart, Optional<Instant> wallSince) {
    Standing said = recorded.map(Recorded::standing).orElse(NONE);
    if (wallSince.isEmpty() || said.isKeptApart()) {
      return said;
    }
    boolean released =
        said == RELEASED && recorded.stream().noneMatch(it -> it.at().isBefore(wallSince.get()));
    return released ? RELEASED : takesPart ? POTENTIAL_WITNESS : NONE;
  }

  /** Whether somebody in this position is kept from others' accounts while a wall stands. */
  public boolean isKeptApart() {
    return switch (this) {
      case POTENTIAL_WITNESS, WITNESS, SUSPECT -> true;
      case NONE, RELEASED -> false;
    };
  }

  /** Whether that position is stronger, so that it closes and never opens. */
  boolean tightensTo(Standing next) {
    return next.compareTo(this) > 0;
  }
}
