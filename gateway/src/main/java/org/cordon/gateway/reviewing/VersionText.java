package org.cordon.gateway.reviewing;

import java.util.List;
import org.cordon.gateway.papers.PaperSource;
import org.cordon.gateway.papers.Passage;
import org.cordon.platform.ids.VersionId;

/**
 * A version of a paper with its passages.
 *
 * @param sources what its passages cite; empty where the service does not tell
 */
record VersionText(
    VersionId version,
    int number,
    String title,
    List<Passage> passages,
    String sha256,
    List<PaperSource> sources) {
  VersionText {
    passages = List.copyOf(passages);
    sources = sources == null ? List.of() : List.copyOf(sources);
  }
}
