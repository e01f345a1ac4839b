package org.cordon.gateway.reviewing;

import java.util.List;
import org.cordon.gateway.papers.Passage;
import org.cordon.platform.ids.VersionId;

/** A version of a paper with its passages. */
record VersionText(
    VersionId version, int number, String title, List<Passage> passages, String sha256) {
  VersionText {
    passages = List.copyOf(passages);
  }
}
