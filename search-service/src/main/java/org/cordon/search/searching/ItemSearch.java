package org.cordon.search.searching;

import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.ErrorResponse;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchItem;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.msearch.MultisearchBody;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.List;
import java.util.Set;
import org.cordon.platform.access.PersonFilter;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.problems.Problem;
import org.cordon.search.filtering.FilterQuery;
import org.cordon.search.index.Elasticsearch;
import org.cordon.search.index.IndexNames;
import org.cordon.search.searching.Revisions.Revision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the index, and answers in items.
 *
 * <p>The index holds versions. Several versions of one item that match and may be found count once,
 * and the highest of them is the hit. This is exact, not estimated. An item can only be among the
 * matches twice if a version after its first is. The query that gives hits, total, facets and
 * timeline counts such matches in the same breath; if there are none, every match is an item of its
 * own. If there are some, all matching versions of their items are listed, all but the highest of
 * each are excluded by id, and the query is run again: it must then find none of an item that was
 * not listed, and none of a listed item twice. An answer is given only by a query that proved
 * itself so; what is indexed meanwhile makes it run again.
 */
@Component
class ItemSearch {
  private static final Logger LOG = LoggerFactory.getLogger(ItemSearch.class);
  private static final int ROUNDS = 4;
  private static final int LISTED = 10_000;

  private final Elasticsearch elasticsearch;
  private final IndexNames names;

  ItemSearch(Elasticsearch elasticsearch, IndexNames names) {
    this.elasticsearch = elasticsearch;
    this.names = names;
  }

  /**
   * Finds.
   *
   * @throws Problem UNAVAILABLE when the index does not answer; INVALID when the words are more
   *     than it can look for at once
   */
  SearchAnswer find(SearchQuery search, PersonFilter filter, Set<CaseId> cases) {
    ItemQuery query = ItemQuery.of(search, filter, cases, names);
    Revisions revisions = Revisions.NONE;
    for (int round = 0; round < ROUNDS; round++) {
      ItemAnswer answer =
          new ItemAnswer(query, ask(cases, ItemRequest.of(query, revisions), IndexedItem.class));
      if (answer.isOneVersionEach(revisions)) {
        return answer.read();
      }
      revisions = revisions(query, cases);
    }
    throw Elasticsearch.unavailable();
  }

  private Revisions revisions(ItemQuery query, Set<CaseId> cases) {
    Query matches = query.query(Set.of());
    Revisions.Collector collector = new Revisions.Collector();
    list(List.of(matches, ItemQuery.laterVersions()), cases, collector);
    list(List.of(matches, FilterQuery.terms("item", collector.items())), cases, collector);
    return collector.done();
  }

  private void list(List<Query> conditions, Set<CaseId> cases, Revisions.Collector collector) {
    List<FieldValue> after = List.of();
    while (true) {
      List<Hit<Revision>> page =
          ask(cases, listing(conditions, after), Revision.class).hits().hits();
      for (Hit<Revision> hit : page) {
        Revision revision = hit.source();
        if (revision != null) {
          collector.add(revision);
        }
      }
      if (page.size() < LISTED) {
        return;
      }
      after = page.getLast().sort();
    }
  }

  private static MultisearchBody listing(List<Query> conditions, List<FieldValue> after) {
    return MultisearchBody.of(body -> {
      if (!after.isEmpty()) {
        body.searchAfter(after);
      }
      return body.query(q -> q.bool(b -> b.filter(conditions)))
          .size(LISTED)
          .trackTotalHits(t -> t.enabled(false))
          .source(s -> s.filter(f -> f.includes("version", "item", "number")))
          .sort(SortOptions.of(s -> s.field(f -> f.field("version").order(SortOrder.Asc))));
    });
  }

  /**
   * Asks through a multi-search, which carries the names of the indices in its body: in the address
   * they would be too long for a person with many cases. A case without documents has no index.
   */
  private <T> MultiSearchItem<T> ask(Set<CaseId> cases, MultisearchBody body, Class<T> type) {
    List<String> indices = cases.stream().map(names::wholeCase).sorted().toList();
    MultiSearchResponseItem<T> response =
        elasticsearch.call(client ->
            client
                .msearch(
                    request ->
                        request.searches(search ->
                            search
                                .header(header ->
                                    header
                                        .index(indices)
                                        .ignoreUnavailable(true)
                                        .allowNoIndices(true)
                                        .allowPartialSearchResults(false))
                                .body(body)),
                    type)
                .responses()
                .getFirst());
    if (response.isFailure()) {
      throw failure(response.failure());
    }
    return response.result();
  }

  private static Problem failure(ErrorResponse failure) {
    if (isTooMuch(failure.error(), 0)) {
      return Problem.invalid("q", "is more than can be looked for at once. Use fewer words.");
    }
    LOG.warn("a search failed: {} {}", failure.status(), failure.error().type());
    return Elasticsearch.unavailable();
  }

  private static boolean isTooMuch(ErrorCause cause, int depth) {
    String type = cause.type();
    if (type != null && type.startsWith("too_many")) {
      return true;
    }
    ErrorCause deeper = cause.causedBy();
    return depth < 10
        && ((deeper != null && isTooMuch(deeper, depth + 1))
            || cause.rootCause().stream().anyMatch(root -> isTooMuch(root, depth + 1)));
  }
}
