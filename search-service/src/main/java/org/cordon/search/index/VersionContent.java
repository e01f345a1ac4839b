package org.cordon.search.index;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * What evidence-service tells of a version.
 *
 * @param state how far its text is; a version is found by its title before its text is there
 * @param text null until it has been extracted
 */
public record VersionContent(
    VersionId version,
    ItemId item,
    int number,
    @Nullable String title,
    @Nullable LocalDate date,
    @Nullable AgencyId agency,
    @Nullable String author,
    @Nullable String documentType,
    @Nullable String fileName,
    @Nullable String mediaType,
    @Nullable Instant receivedAt,
    @Nullable String state,
    @Nullable String text) {

  private static final Set<String> SETTLED = Set.of("READY", "FAILED");

  /** Whether nothing more will come of it: its text is there, or never will be. */
  public boolean isSettled() {
    return state != null && SETTLED.contains(state);
  }

  /** About how much memory it takes, in characters. */
  public int size() {
    return 500 + (text == null ? 0 : text.length());
  }
}
