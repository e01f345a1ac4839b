package org.cordon.gateway.papers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * A version that a paper was written from.
 *
 * @param title null where that is not open to whoever asked
 */
public record PaperSource(VersionId version, ItemId item, @Nullable String title) {

  /** The titles that are known, by version. */
  public static Map<String, String> titles(List<PaperSource> sources) {
    Map<String, String> titles = new HashMap<>();
    for (PaperSource source : sources) {
      if (source.title() != null) {
        titles.put(source.version().toString(), source.title());
      }
    }
    return titles;
  }
}
