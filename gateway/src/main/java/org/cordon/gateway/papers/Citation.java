package org.cordon.gateway.papers;

import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * Where a passage has something from.
 *
 * @param quote the words that are quoted, or null
 * @param verbatim whether those words stand in the version
 */
public record Citation(
    VersionId version,
    ItemId item,
    @Nullable PassageId passage,
    @Nullable Integer page,
    @Nullable String quote,
    boolean verbatim) {

  /** Whether it quotes words that the source does not have in this form. */
  public boolean isMisquoted() {
    return quote != null && !verbatim;
  }
}
