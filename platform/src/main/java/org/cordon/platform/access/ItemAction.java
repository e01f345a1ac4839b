package org.cordon.platform.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a person may do with a version of an item. */
public enum ItemAction {
  /** See its content, its text and its page. */
  READ,
  /** Come across its title or a snippet of it, in a list or a search; this counts as seen. */
  FIND,
  /** Comment on it; whoever may do so may read it. */
  COMMENT;

  /** The action's name in a request, for example {@code read}. */
  @JsonValue
  public String actionName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
