package org.cordon.evidence.analysis;

import java.util.List;
import java.util.stream.Stream;
import org.cordon.evidence.papers.Paper;
import org.cordon.evidence.papers.PaperKind;
import org.cordon.evidence.passages.Markup;
import org.cordon.evidence.passages.Passage;
import org.cordon.evidence.passages.PassageKind;
import org.cordon.platform.ids.VersionId;

/**
 * A paper in the newest state of it that a person may read.
 *
 * @param version of which it is the content, or which it is to become
 */
record ReadPaper(
    Paper paper,
    VersionId version,
    int number,
    boolean draft,
    String title,
    List<Passage> passages) {
  ReadPaper {
    passages = List.copyOf(passages);
  }

  boolean is(PaperKind kind) {
    return paper.kind() == kind;
  }

  /** Passages of one section; its headings are none of what it says. */
  List<Passage> section(String section) {
    return said().filter(it -> section.equals(it.content().section())).toList();
  }

  /** Passages that are no headings. */
  Stream<Passage> said() {
    return passages.stream().filter(it -> it.content().kind() != PassageKind.HEADING);
  }

  /** The plain text on one line, at most {@value CaseAnalysis#MAX_TEXT} characters. */
  static String text(Passage passage) {
    String plain = Markup.plain(passage.content()).replaceAll("\\s+", " ").strip();
    if (plain.codePointCount(0, plain.length()) <= CaseAnalysis.MAX_TEXT) {
      return plain;
    }
    return plain.substring(0, plain.offsetByCodePoints(0, CaseAnalysis.MAX_TEXT - 1)) + "…";
  }

  /** The versions that its passages cite, each once. */
  Stream<VersionId> cited() {
    return passages.stream().flatMap(it -> it.content().cited().stream()).distinct();
  }
}
