package org.cordon.evidence.conversations;

import java.time.Instant;
import java.util.List;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;

/**
 * What a participant has been shown so far, as far as whoever looks may find it (rule 11).
 *
 * @param shown each version once, the last one shown first; at most {@value #MAX}
 */
public record ExposedTo(List<Shown> shown) {
  static final int MAX = 200;

  public ExposedTo {
    shown = List.copyOf(shown);
  }

  /**
   * One version.
   *
   * @param at when it was last shown to them
   */
  public record Shown(
      VersionId version, ItemId item, int number, ItemKind kind, String title, Instant at) {}
}
