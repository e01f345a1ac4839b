package org.cordon.search.searching;

import java.util.Optional;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.ids.PersonId;
import org.cordon.search.index.TestIndex;
import org.cordon.search.query.WordsParser;

/** Searches in an index of one's own. */
public final class TestSearches {
  private final Searches searches;

  public TestSearches(TestIndex index, AccessClient access) {
    searches =
        new Searches(index.generations, access, new ItemSearch(index.elasticsearch, index.names));
  }

  /** How many items a person finds by these words. */
  public long total(PersonId person, String words) {
    SearchQuery.Narrowing none =
        new SearchQuery.Narrowing(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return searches
        .search(
            person,
            new SearchQuery(WordsParser.parse(words), none, SortBy.RELEVANCE, Optional.empty(), 5))
        .total();
  }
}
