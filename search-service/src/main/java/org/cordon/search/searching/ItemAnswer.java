package org.cordon.search.searching;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.SingleBucketAggregateBase;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cordon.search.query.WordsQuery;
import org.cordon.search.searching.SearchAnswer.Count;
import org.cordon.search.searching.SearchAnswer.Facets;
import org.cordon.search.searching.SearchAnswer.Month;
import org.cordon.search.searching.SearchAnswer.Snippet;
import org.jspecify.annotations.Nullable;

/** Elasticsearch's answer to an {@link ItemRequest}. */
record ItemAnswer(ItemQuery query, MultiSearchItem<IndexedItem> response) {
  static final int FACET_VALUES = 100;

  /** Whether this answer proves that no item is among its matches twice. */
  boolean isOneVersionEach(Revisions revisions) {
    Optional<Aggregate> later = aggregate(ItemRequest.LATER);
    Optional<Aggregate> watched = aggregate(ItemRequest.WATCHED);
    if (later.isEmpty() || watched.isEmpty()) {
      return true;
    }
    SingleBucketAggregateBase known = watched.get().filter();
    return later.get().filter().docCount() == 0
        && buckets(known.aggregations().get(ItemRequest.TWICE)).isEmpty()
        && (known.docCount() <= ItemRequest.SEEN || known.docCount() == revisions.items().size());
  }

  SearchAnswer read() {
    List<Hit<IndexedItem>> found = response.hits().hits();
    int limit = query.search().limit();
    List<SearchAnswer.Hit> hits = new ArrayList<>();
    @Nullable String next = null;
    for (Hit<IndexedItem> hit : found.subList(0, Math.min(limit, found.size()))) {
      IndexedItem item = hit.source();
      if (item == null) {
        throw new IllegalStateException("a hit without its source");
      }
      hits.add(item.hit(snippets(hit)));
      if (hits.size() == limit && found.size() > limit) {
        next = query.cursor(hit.sort(), item.version()).encoded();
      }
    }
    long total = response.hits().total() == null ? 0 : response.hits().total().value();
    return new SearchAnswer(total, hits, facets(), timeline(), next);
  }

  private static List<Snippet> snippets(Hit<IndexedItem> hit) {
    return hit.highlight().getOrDefault(WordsQuery.TEXT, List.of()).stream()
        .map(Snippets::of)
        .toList();
  }

  private Facets facets() {
    return new Facets(facet("case"), facet("kind"), facet("agency"), facet("documentType"));
  }

  private List<Count> facet(String name) {
    return aggregate(name).map(ItemAnswer::buckets).orElse(List.of());
  }

  private static List<Count> buckets(@Nullable Aggregate terms) {
    if (terms == null || !terms.isSterms()) {
      return List.of();
    }
    return terms.sterms().buckets().array().stream()
        .map(bucket -> new Count(bucket.key().stringValue(), bucket.docCount()))
        .toList();
  }

  private List<Month> timeline() {
    return aggregate(ItemRequest.TIMELINE).stream()
        .flatMap(months -> months.dateHistogram().buckets().array().stream())
        .map(bucket -> new Month(String.valueOf(bucket.keyAsString()), bucket.docCount()))
        .toList();
  }

  /** Where there is no index at all, there is no aggregate either. */
  private Optional<Aggregate> aggregate(String name) {
    return Optional.ofNullable(response.aggregations().get(name));
  }
}
