package org.cordon.platform.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the cursor to pass as {@code after} for the next page, or null at the end
 */
public record Page<T>(
    List<T> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {
  public Page {
    items = List.copyOf(items);
  }

  /** A list that has no further page. */
  public static <T> Page<T> whole(List<T> items) {
    return new Page<>(items, null);
  }
}
