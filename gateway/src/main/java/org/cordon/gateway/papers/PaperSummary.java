package org.cordon.gateway.papers;

import org.cordon.platform.ids.ItemId;
import org.jspecify.annotations.Nullable;

/**
 * A paper in a list.
 *
 * @param draft null when none is being written, or it is not open to whoever asked
 * @param newest the newest version that is open to them, or null
 */
public record PaperSummary(
    ItemId id,
    PaperKind kind,
    String title,
    Paper.@Nullable Begun draft,
    Paper.@Nullable Frozen newest) {

  /** How far it has come: "Version 1, draft of version 2". */
  public String stage() {
    if (draft == null) {
      return newest == null ? "" : "Version " + newest.number();
    }
    return newest == null
        ? "Draft of version " + draft.number()
        : "Version " + newest.number() + ", draft of version " + draft.number();
  }
}
