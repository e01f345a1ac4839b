package org.cordon.evidence.papers;

import java.util.List;
import org.cordon.evidence.drafts.Draft;
import org.cordon.evidence.passages.ShownPassage;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;

/**
 * The open draft of a paper.
 *
 * @param version the id that it will bear as a version
 * @param revision of the title: what {@code If-Match} names when the title is changed
 * @param sources what it is written from so far, versions of the paper itself aside
 */
record DraftBody(
    VersionId version,
    int number,
    String title,
    int revision,
    List<ShownPassage> passages,
    List<SourceLine> sources) {

  /** A version that the draft is written from, for those who may find it. */
  record SourceLine(VersionId version, ItemId item, String title) {}

  static DraftBody of(Draft draft, List<ShownPassage> passages, List<SourceLine> sources) {
    return new DraftBody(
        draft.version(), draft.number(), draft.title(), draft.titleRevision(), passages, sources);
  }
}
