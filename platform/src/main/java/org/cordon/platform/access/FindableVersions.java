package org.cordon.platform.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * A page of what one person may find in a case.
 *
 * @param versions of each item the newest that they may find, newest item first; at most {@value
 *     #MAX_LIMIT}
 * @param next the item after which it goes on; null exactly when they may find no further one
 */
public record FindableVersions(
    List<VersionId> versions, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable ItemId next) {
  /** The longest page. */
  public static final int MAX_LIMIT = 500;

  public FindableVersions {
    versions = List.copyOf(versions);
  }
}
