package org.cordon.gateway.reviewing;

import java.util.List;
import org.cordon.gateway.papers.Passage;
import org.jspecify.annotations.Nullable;

/** Two states of a paper, passage by passage. */
record Comparison(List<Row> rows) {
  Comparison {
    rows = List.copyOf(rows);
  }

  /** What became of a passage. */
  enum Change {
    SAME("Unchanged", ""),
    CHANGED("Changed", "govuk-tag--yellow"),
    ADDED("Added", "govuk-tag--green"),
    REMOVED("Removed", "govuk-tag--red"),
    MOVED("Moved", "govuk-tag--blue");

    private final String title;
    private final String tag;

    Change(String title, String tag) {
      this.title = title;
      this.tag = tag;
    }

    /** In a word. */
    public String title() {
      return title;
    }

    /** The class of its tag; empty where it needs none. */
    public String tag() {
      return tag;
    }
  }

  /** A passage before and after; null where it was not, or is no more. */
  record Row(Change change, @Nullable Passage before, @Nullable Passage after) {}

  /** How many passages differ. */
  public long differences() {
    return rows.stream().filter(row -> row.change() != Change.SAME).count();
  }
}
