package org.cordon.search.searching;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;

/**
 * The matching items of which a later version than the first matches.
 *
 * @param superseded of these items, all matching versions but the highest
 */
record Revisions(Set<ItemId> items, Set<VersionId> superseded) {
  static final Revisions NONE = new Revisions(Set.of(), Set.of());

  /** A matching version. */
  record Revision(VersionId version, ItemId item, int number) {}

  /** Takes matching versions one by one. */
  static final class Collector {
    private final Map<ItemId, Revision> highest = new HashMap<>();
    private final Set<VersionId> superseded = new HashSet<>();

    void add(Revision revision) {
      Revision known = highest.putIfAbsent(revision.item(), revision);
      if (known == null || known.version().equals(revision.version())) {
        return;
      }
      if (revision.number() > known.number()) {
        highest.put(revision.item(), revision);
        superseded.add(known.version());
      } else {
        superseded.add(revision.version());
      }
    }

    Set<ItemId> items() {
      return Set.copyOf(highest.keySet());
    }

    Revisions done() {
      return new Revisions(items(), Set.copyOf(superseded));
    }
  }
}
