package org.cordon.search.searching;

import java.util.ArrayList;
import java.util.List;
import org.cordon.search.index.SnippetMarks;
import org.cordon.search.searching.SearchAnswer.Part;
import org.cordon.search.searching.SearchAnswer.Snippet;

/** Splits a marked passage into parts. No markup comes from the index: a text is text. */
final class Snippets {
  private Snippets() {}

  static Snippet of(String marked) {
    List<Part> parts = new ArrayList<>();
    boolean match = false;
    int start = 0;
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c == SnippetMarks.OPEN || c == SnippetMarks.CLOSE) {
        add(parts, marked.substring(start, i), match);
        match = c == SnippetMarks.OPEN;
        start = i + 1;
      }
    }
    add(parts, marked.substring(start), match);
    return new Snippet(parts);
  }

  private static void add(List<Part> parts, String text, boolean match) {
    if (!text.isEmpty()) {
      parts.add(new Part(text, match));
    }
  }
}
