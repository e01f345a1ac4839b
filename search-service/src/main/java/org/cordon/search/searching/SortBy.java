package org.cordon.search.searching;

import java.util.Arrays;
import java.util.Optional;

/** The order of the hits. */
public enum SortBy {
  /** What is scored first, best first; then everything else, newest first. */
  RELEVANCE("relevance"),
  /** Oldest first; what has no date last. */
  DATE("date"),
  /** Newest first; what has no date last. */
  NEWEST("-date");

  private final String parameter;

  SortBy(String parameter) {
    this.parameter = parameter;
  }

  /** The order of that name in the query parameter {@code sort}. */
  public static Optional<SortBy> from(String parameter) {
    return Arrays.stream(values()).filter(sort -> sort.parameter.equals(parameter)).findFirst();
  }
}
