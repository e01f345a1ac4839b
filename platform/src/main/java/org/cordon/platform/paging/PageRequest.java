package org.cordon.platform.paging;

import java.util.Optional;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which page is asked for, from the query parameters {@code after} and {@code limit}.
 *
 * @param limit 1 to 200; 50 when the caller names none
 * @param after the cursor of the page before, at most 500 characters
 */
public record PageRequest(int limit, Optional<String> after) {
  public static final int DEFAULT_LIMIT = 50;
  public static final int MAX_LIMIT = 200;
  private static final int MAX_CURSOR = 500;

  public PageRequest {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw Problem.invalid("limit", "must be between 1 and " + MAX_LIMIT + ".");
    }
    if (after.isPresent() && after.get().length() > MAX_CURSOR) {
      throw Problem.invalid("after", "is not a cursor that this list gave out.");
    }
  }

  /** From query parameters that may be missing. */
  public static PageRequest of(@Nullable Integer limit, @Nullable String after) {
    return new PageRequest(
        limit == null ? DEFAULT_LIMIT : limit,
        Optional.ofNullable(after).filter(a -> !a.isBlank()));
  }
}
