package org.cordon.access.decisions;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The moment as of which facts are taken: now, or one that has passed. Facts are never overwritten,
 * so what held at any past moment can be worked out again.
 *
 * @param past null for now
 */
public record Moment(@Nullable Instant past) {
  /** Whatever holds when it is asked. */
  public static final Moment NOW = new Moment(null);

  /** A moment that has passed. */
  public static Moment at(Instant past) {
    return new Moment(past);
  }

  /** For SQL: null for now. */
  public @Nullable OffsetDateTime parameter() {
    return past == null ? null : past.atOffset(ZoneOffset.UTC);
  }
}
