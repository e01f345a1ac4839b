package org.cordon.access.standings;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.texts.Line;
import org.cordon.platform.texts.Prose;
import org.jspecify.annotations.Nullable;

/**
 * What a person's standing is to be.
 *
 * @param matters the facts in issue that they may speak to; at most 200, each at most 100
 *     characters
 * @param reason 1 to 4,000 characters
 */
public record SetStanding(Standing standing, Set<String> matters, String reason) {
  private static final int MAX_MATTERS = 200;
  private static final int MAX_MATTER = 100;
  private static final int MAX_REASON = 4_000;

  public SetStanding {
    matters = Set.copyOf(matters);
  }

  /**
   * Checks and cleans what a caller sent.
   *
   * @throws Problem INVALID when something is missing or does not fit
   */
  static SetStanding of(
      @Nullable Standing standing,
      @Nullable Collection<@Nullable String> matters,
      @Nullable String reason) {
    if (standing == null) {
      throw Problem.invalid("standing", "is missing.");
    }
    Set<String> cleaned = new LinkedHashSet<>();
    if (matters != null) {
      matters.forEach(matter -> cleaned.add(Line.require("matters", matter, MAX_MATTER)));
    }
    if (cleaned.size() > MAX_MATTERS) {
      throw Problem.invalid("matters", "must have at most " + MAX_MATTERS + " members.");
    }
    return new SetStanding(standing, cleaned, Prose.require("reason", reason, MAX_REASON));
  }
}
