package org.cordon.gateway.drafting;

import java.util.List;
import org.cordon.gateway.papers.Passage;
import org.cordon.platform.ids.PassageId;
import org.jspecify.annotations.Nullable;

/**
 * As much of a draft as one page holds.
 *
 * @param number from 1
 * @param before the passage that the first one follows, or null
 */
record PartOfDraft(List<Passage> passages, int number, int parts, @Nullable PassageId before) {

  /** That part, or the nearest there is. */
  static PartOfDraft of(Draft draft, int wanted, int length) {
    List<Passage> all = draft.passages();
    int parts = Math.max(1, (all.size() + length - 1) / length);
    int number = Math.clamp(wanted, 1, parts);
    int start = (number - 1) * length;
    return new PartOfDraft(
        all.subList(start, Math.min(start + length, all.size())),
        number,
        parts,
        start == 0 ? null : all.get(start - 1).id());
  }
}
