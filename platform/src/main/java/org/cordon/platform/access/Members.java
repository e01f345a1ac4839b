package org.cordon.platform.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;

/** Sets that a request names: at most {@value VersionLabels#MAX_SET} members, none of them null. */
public final class Members {
  private Members() {}

  /**
   * None, or some.
   *
   * @throws Problem INVALID when there are too many or one is null
   */
  public static <T> Set<T> of(String field, @Nullable Collection<@Nullable T> given) {
    Set<T> members = new HashSet<>();
    if (given != null) {
      if (given.size() > VersionLabels.MAX_SET || given.stream().anyMatch(Objects::isNull)) {
        throw Problem.invalid(
            field, "must be a list of at most " + VersionLabels.MAX_SET + " members.");
      }
      given.stream().filter(Objects::nonNull).forEach(members::add);
    }
    return members;
  }

  /**
   * At least one.
   *
   * @throws Problem INVALID when there are none, too many, or one is null
   */
  public static <T> Set<T> some(String field, @Nullable Collection<@Nullable T> given) {
    Set<T> members = of(field, given);
    if (members.isEmpty()) {
      throw Problem.invalid(field, "must be a list of 1 to " + VersionLabels.MAX_SET + " members.");
    }
    return members;
  }
}
