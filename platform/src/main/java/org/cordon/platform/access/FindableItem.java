package org.cordon.platform.access;

import java.util.List;
import org.cordon.platform.ids.VersionId;

/**
 * What one person may find of one item. An item that is not there and one that is hidden from them
 * are alike: both are empty (rule 2).
 *
 * @param versions the newest that they may find, newest first; at most {@value #MAX_VERSIONS}
 * @param readable those of them that they may read too, in the same order
 */
public record FindableItem(List<VersionId> versions, List<VersionId> readable) {
  /** The most versions that are told of. */
  public static final int MAX_VERSIONS = 200;

  public FindableItem {
    versions = List.copyOf(versions);
    readable = List.copyOf(readable);
  }
}
