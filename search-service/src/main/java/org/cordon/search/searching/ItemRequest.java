package org.cordon.search.searching;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.aggregations.TermsAggregationExecutionHint;
import co.elastic.clients.elasticsearch.core.msearch.MultisearchBody;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlighterOrder;
import co.elastic.clients.elasticsearch.core.search.HighlighterType;
import co.elastic.clients.util.NamedValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cordon.platform.ids.ItemId;
import org.cordon.search.filtering.FilterQuery;
import org.cordon.search.index.SnippetMarks;
import org.cordon.search.query.Words;
import org.cordon.search.query.WordsQuery;

/** The request that gives a page of hits with everything counted about the whole. */
final class ItemRequest {
  static final List<String> FACETS = List.of("case", "kind", "agency", "documentType");
  static final String TIMELINE = "timeline";
  static final String LATER = "later";
  static final String WATCHED = "watched";
  static final String TWICE = "twice";

  /** More values than a facet shows are counted, so that the frequent ones are counted exactly. */
  private static final int FACET_COUNTED = 5_000;

  /** Up to so many watched matches the look for items that are there twice is complete. */
  static final int SEEN = 10_000;

  private static final int SNIPPETS = 3;
  private static final int SNIPPET_LENGTH = 180;
  private static final int HIGHLIGHTED = 1_000_000;

  private ItemRequest() {}

  static MultisearchBody of(ItemQuery query, Revisions revisions) {
    SearchQuery search = query.search();
    return MultisearchBody.of(body -> {
      search.words().ifPresent(words -> body.highlight(highlight(words)));
      if (search.after().isPresent()) {
        body.searchAfter(query.after());
      }
      return body.query(query.query(revisions.superseded()))
          .sort(query.order())
          .size(search.limit() + 1)
          .trackTotalHits(t -> t.enabled(true))
          .source(s -> s.filter(f -> f.includes(IndexedItem.FIELDS)))
          .aggregations(aggregations(revisions.items()));
    });
  }

  private static Map<String, Aggregation> aggregations(Set<ItemId> watched) {
    return Map.of(
        "case",
        facet("case"),
        "kind",
        facet("kind"),
        "agency",
        facet("agency"),
        "documentType",
        facet("documentType"),
        TIMELINE,
        timeline(),
        LATER,
        later(watched),
        WATCHED,
        watched(watched));
  }

  private static Aggregation facet(String field) {
    return Aggregation.of(a ->
        a.terms(t ->
            t.field(field)
                .size(ItemAnswer.FACET_VALUES)
                .shardSize(FACET_COUNTED)
                .order(
                    List.of(
                        NamedValue.of("_count", SortOrder.Desc),
                        NamedValue.of("_key", SortOrder.Asc)))));
  }

  private static Aggregation timeline() {
    return Aggregation.of(a ->
        a.dateHistogram(h ->
            h.field("date")
                .calendarInterval(CalendarInterval.Month)
                .format("yyyy-MM")
                .minDocCount(1)));
  }

  /** Matches that are not the first version of their item, of items not watched yet. */
  private static Aggregation later(Set<ItemId> watched) {
    return Aggregation.of(a ->
        a.filter(f ->
            f.bool(b ->
                b.filter(ItemQuery.laterVersions()).mustNot(FilterQuery.terms("item", watched)))));
  }

  private static Aggregation watched(Set<ItemId> watched) {
    return Aggregation.of(a ->
        a.filter(FilterQuery.terms("item", watched))
            .aggregations(
                TWICE,
                inner ->
                    inner.terms(t ->
                        t.field("item")
                            .minDocCount(2)
                            .size(SEEN)
                            .shardSize(SEEN)
                            .executionHint(TermsAggregationExecutionHint.Map))));
  }

  private static Highlight highlight(Words words) {
    return Highlight.of(h ->
        h.type(HighlighterType.Unified)
            .preTags(String.valueOf(SnippetMarks.OPEN))
            .postTags(String.valueOf(SnippetMarks.CLOSE))
            .order(HighlighterOrder.Score)
            .numberOfFragments(SNIPPETS)
            .fragmentSize(SNIPPET_LENGTH)
            .maxAnalyzedOffset(HIGHLIGHTED)
            .highlightQuery(WordsQuery.of(words))
            .fields(
                WordsQuery.TEXT,
                field -> field.matchedFields(WordsQuery.TEXT, WordsQuery.TEXT_EXACT)));
  }
}
