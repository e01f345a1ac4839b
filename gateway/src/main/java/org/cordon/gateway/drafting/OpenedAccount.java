package org.cordon.gateway.drafting;

import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * An account that the writer opened since the draft began.
 *
 * @param cited whether the draft cites it already
 */
record OpenedAccount(VersionId version, ItemId item, @Nullable String title, boolean cited) {

  /** The name of its answer in the form. */
  public String field() {
    return "used-" + version;
  }

  /** Its title, or that it has none here. */
  public String name() {
    return title == null ? "An account" : title;
  }
}
