package org.cordon.evidence.papers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cordon.evidence.passages.Passage;
import org.cordon.evidence.passages.ShownPassage;
import org.cordon.platform.ids.PassageId;
import org.jspecify.annotations.Nullable;

/** Two contents of a paper, passage by passage, by the ids that passages keep. */
final class Comparison {
  private Comparison() {}

  /** What became of a passage. */
  enum Change {
    SAME,
    /** It says something else; it may also stand elsewhere. */
    CHANGED,
    ADDED,
    REMOVED,
    /** It says the same in another place. */
    MOVED
  }

  /** One passage in both. */
  record ComparedRow(
      PassageId passage,
      Change change,
      @Nullable ShownPassage before,
      @Nullable ShownPassage after) {}

  /**
   * Rows in the order of the later content; one that was removed stands where it stood, after what
   * came before it.
   */
  static List<ComparedRow> rows(List<Passage> before, List<Passage> after) {
    Map<PassageId, Passage> old = byId(before);
    Map<PassageId, Passage> now = byId(after);
    Set<PassageId> stayed = stayed(before, after);
    Map<PassageId, Integer> places = new HashMap<>();
    before.forEach(it -> places.put(it.id(), places.size()));
    List<ComparedRow> rows = new ArrayList<>(removed(before, 0, now, stayed));
    for (Passage passage : after) {
      Passage was = old.get(passage.id());
      rows.add(row(was, passage, stayed));
      if (was != null && stayed.contains(passage.id())) {
        rows.addAll(removed(before, places.getOrDefault(passage.id(), 0) + 1, now, stayed));
      }
    }
    return rows;
  }

  /** What was removed from a place up to the next passage that stayed. */
  private static List<ComparedRow> removed(
      List<Passage> before, int from, Map<PassageId, Passage> now, Set<PassageId> stayed) {
    List<ComparedRow> removed = new ArrayList<>();
    for (int at = from; at < before.size() && !stayed.contains(before.get(at).id()); at++) {
      Passage passage = before.get(at);
      if (!now.containsKey(passage.id())) {
        removed.add(new ComparedRow(passage.id(), Change.REMOVED, ShownPassage.of(passage), null));
      }
    }
    return removed;
  }

  private static ComparedRow row(@Nullable Passage was, Passage passage, Set<PassageId> stayed) {
    if (was == null) {
      return new ComparedRow(passage.id(), Change.ADDED, null, ShownPassage.of(passage));
    }
    Change change =
        !was.content().equals(passage.content())
            ? Change.CHANGED
            : stayed.contains(passage.id()) ? Change.SAME : Change.MOVED;
    return new ComparedRow(passage.id(), change, ShownPassage.of(was), ShownPassage.of(passage));
  }

  private static Map<PassageId, Passage> byId(List<Passage> passages) {
    Map<PassageId, Passage> byId = new LinkedHashMap<>();
    passages.forEach(it -> byId.put(it.id(), it));
    return byId;
  }

  /** The most passages that are in both and in the same order: a longest increasing subsequence. */
  private static Set<PassageId> stayed(List<Passage> before, List<Passage> after) {
    Map<PassageId, Integer> places = new HashMap<>();
    before.forEach(it -> places.put(it.id(), places.size()));
    List<PassageId> common = after.stream().map(Passage::id).filter(places::containsKey).toList();
    int[] ends = new int[common.size()];
    int[] previous = new int[common.size()];
    int length = 0;
    for (int i = 0; i < common.size(); i++) {
      int place = places.getOrDefault(common.get(i), -1);
      int at = position(ends, length, common, places, place);
      previous[i] = at == 0 ? -1 : ends[at - 1];
      ends[at] = i;
      length = Math.max(length, at + 1);
    }
    Set<PassageId> stayed = new HashSet<>();
    for (int i = length == 0 ? -1 : ends[length - 1]; i >= 0; i = previous[i]) {
      stayed.add(common.get(i));
    }
    return stayed;
  }

  /** How long the longest run is that a place can go on. */
  private static int position(
      int[] ends, int length, List<PassageId> common, Map<PassageId, Integer> places, int place) {
    int[] reached =
        Arrays.stream(ends, 0, length)
            .map(end -> places.getOrDefault(common.get(end), -1))
            .toArray();
    int found = Arrays.binarySearch(reached, place);
    return found < 0 ? -found - 1 : found;
  }
}
