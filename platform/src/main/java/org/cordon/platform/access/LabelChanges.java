package org.cordon.platform.access;

import java.util.List;

/**
 * A stretch of the label feed.
 *
 * @param changes in order of position; each with the labels as they are now
 * @param position the last position in {@code changes}, or the one asked from when there are none
 */
public record LabelChanges(List<LabelChange> changes, long position) {

  /** One version whose labels were registered or changed. */
  public record LabelChange(long position, VersionLabels labels) {}

  public LabelChanges {
    changes = List.copyOf(changes);
  }
}
