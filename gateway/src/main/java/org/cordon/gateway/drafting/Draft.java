package org.cordon.gateway.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cordon.gateway.papers.PaperSource;
import org.cordon.gateway.papers.Passage;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * The draft of a paper.
 *
 * @param revision goes up when its title changes
 * @param sources the versions it was written from so far
 */
record Draft(
    VersionId version,
    int number,
    String title,
    long revision,
    List<Passage> passages,
    List<PaperSource> sources) {
  Draft {
    passages = List.copyOf(passages);
    sources = sources == null ? List.of() : List.copyOf(sources);
  }

  Optional<Passage> find(PassageId id) {
    return passages.stream().filter(passage -> passage.id().equals(id)).findFirst();
  }

  /** Where a passage stands, from 0; -1 when it is not there. */
  int place(PassageId id) {
    return passages.stream().map(Passage::id).toList().indexOf(id);
  }

  /** The one it would end, or null in an empty draft. */
  public @Nullable PassageId last() {
    return passages.isEmpty() ? null : passages.getLast().id();
  }

  /** The titles of its sources by version. */
  Map<String, String> titles() {
    return PaperSource.titles(sources);
  }

  /** The keys of the sections in which something is written. */
  List<String> sections() {
    List<String> keys = new ArrayList<>();
    passages.forEach(passage -> {
      if (passage.section() != null) {
        keys.add(passage.section());
      }
    });
    return keys;
  }
}
