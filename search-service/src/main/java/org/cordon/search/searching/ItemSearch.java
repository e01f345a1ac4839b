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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cordon.platform.access.PersonFilter;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.cordon.search.index.Elasticsearch;
import org.cordon.search.index.IndexNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the index, and answers in items.
 *
 * <p>The index holds versions. Several versions of one item that match and may be found count once,
 * and the highest of them is the hit. This is exact, not estimated: the query that gives hits,
 * total, facets and timeline also looks whether any item is among its matches twice (only items
 * with several indexed versions can be; their documents are marked {@code revised}). If none is,
 * then every match is an item of its own and each count of matches is a count of items. If one is,
 * all revised matches are listed, all but the highest of each item are excluded by id, and the
 * query is run again, with the same look at itself. An answer is given only by a query that proved
 * itself so.
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
          new ItemAnswer(
              query, ask(cases, ItemRequest.of(query, revisions.superseded()), IndexedItem.class));
      if (answer.isOneVersionEach(revisions.items())) {
        return answer.read();
      }
      revisions = revisions(query, cases);
    }
    throw Elasticsearch.unavailable();
  }

  /**
   * The revised matches.
   *
   * @param superseded all but the highest match of each item
   * @param items how many items they are of
   */
  private record Revisions(Set<VersionId> superseded, long items) {
    static final Revisions NONE = new Revisions(Set.of(), 0);
  }

  private record Revision(VersionId version, ItemId item, int number) {}

  private Revisions revisions(ItemQuery query, Set<CaseId> cases) {
    Map<ItemId, Revision> highest = new HashMap<>();
    Set<VersionId> superseded = new HashSet<>();
    List<FieldValue> after = List.of();
    while (true) {
      List<Hit<Revision>> page =
          ask(cases, revisedMatches(query, after), Revision.class).hits().hits();
      for (Hit<Revision> hit : page) {
        Revision revision = hit.source();
        if (revision != null) {
          Revision known = highest.get(revision.item());
          if (known == null || revision.number() > known.number()) {
            highest.put(revision.item(), revision);
            if (known != null) {
              superseded.add(known.version());
            }
          } else {
            superseded.add(revision.version());
          }
        }
      }
      if (page.size() < LISTED) {
        return new Revisions(superseded, highest.size());
      }
      after = page.getLast().sort();
    }
  }

  private static MultisearchBody revisedMatches(ItemQuery query, List<FieldValue> after) {
    Query matches = query.query(Set.of());
    return MultisearchBody.of(body -> {
      if (!after.isEmpty()) {
        body.searchAfter(after);
      }
      return body.query(q ->
              q.bool(
                  b -> b.filter(matches).filter(f -> f.term(t -> t.field("revised").value(true)))))
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
