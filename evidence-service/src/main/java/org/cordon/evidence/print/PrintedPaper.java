package org.cordon.evidence.print;

import java.util.List;
import java.util.Map;
import org.cordon.evidence.passages.Citation;
import org.cordon.evidence.passages.Passage;
import org.cordon.platform.ids.VersionId;

/**
 * What is printed.
 *
 * @param attribution whether it says what its passages rest on
 */
public record PrintedPaper(String title, List<Passage> passages, Attribution attribution) {
  public PrintedPaper {
    passages = List.copyOf(passages);
  }

  /** What a print says of sources. */
  public sealed interface Attribution {
    /**
     * Nothing: a quote is a practitioner's (rule 13).
     *
     * @param speaker a neutral label, for example "a practitioner"
     */
    record Neutral(String speaker) implements Attribution {}

    /**
     * Notes at the end.
     *
     * @param titles of the cited versions that the reader may find
     */
    record Notes(Map<VersionId, String> titles) implements Attribution {
      public Notes {
        titles = Map.copyOf(titles);
      }

      /** One citation as a line of text. */
      String line(Citation citation) {
        StringBuilder line =
            new StringBuilder(
                titles.getOrDefault(citation.version(), "A source that is not open to you"));
        if (citation.page() != null) {
          line.append(", page ").append(citation.page());
        }
        if (citation.quote() != null) {
          line.append(": \u201c").append(citation.quote()).append('\u201d');
        }
        return line.toString();
      }
    }
  }

  /** The notes in the order of their numbers; none in a print without attribution. */
  List<String> notes() {
    return switch (attribution) {
      case Attribution.Neutral _ -> List.of();
      case Attribution.Notes notes ->
          passages.stream()
              .flatMap(it -> it.content().citations().stream())
              .map(notes::line)
              .toList();
    };
  }

  /** Whether numbers of notes follow the passages. */
  boolean hasNotes() {
    return attribution instanceof Attribution.Notes;
  }
}
