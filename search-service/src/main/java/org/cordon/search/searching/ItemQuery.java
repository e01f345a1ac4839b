package org.cordon.search.searching;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cordon.platform.access.PersonFilter;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.VersionId;
import org.cordon.search.filtering.FilterQuery;
import org.cordon.search.index.IndexNames;
import org.cordon.search.query.Words;
import org.cordon.search.query.WordsQuery;
import org.cordon.search.searching.SearchQuery.Narrowing;

/**
 * The query for one person's search.
 *
 * <p>With {@link SortBy#RELEVANCE} the words score only in the common indices of the cases where
 * the person may read every common version: there every document that counts in the statistics is
 * one that they may read. In all other indices the same words match without a score, so that those
 * hits have score 0 and follow after all scored ones, by date, then id. The two are told apart by
 * index ({@code _index}), which each shard knows before it begins, so no shard evaluates both.
 */
record ItemQuery(
    SearchQuery search, PersonFilter filter, Set<CaseId> cases, List<String> scoredIndices) {

  static ItemQuery of(
      SearchQuery search, PersonFilter filter, Set<CaseId> cases, IndexNames names) {
    List<String> scored =
        search.sort() == SortBy.RELEVANCE && search.words().isPresent()
            ? cases.stream().filter(filter.ranks()::contains).map(names::commonOf).sorted().toList()
            : List.of();
    return new ItemQuery(search, filter, cases, scored);
  }

  /**
   * The query.
   *
   * @param superseded matching versions that a higher matching one of the same item stands for
   */
  Query query(Set<VersionId> superseded) {
    List<Query> conditions = conditions();
    if (search.words().isEmpty()) {
      return Query.of(q -> q.bool(b -> b.filter(conditions).mustNot(without(superseded))));
    }
    Query words = scored(search.words().get());
    return Query.of(
        q -> q.bool(b -> b.must(words).filter(conditions).mustNot(without(superseded))));
  }

  private Query scored(Words searched) {
    Query words = WordsQuery.of(searched);
    if (scoredIndices.isEmpty()) {
      return unscored(List.of(words), List.of());
    }
    Query here = FilterQuery.terms("_index", scoredIndices);
    Query scored = Query.of(q -> q.bool(b -> b.must(words).filter(here)));
    return Query.of(q ->
        q.bool(b ->
            b.should(scored)
                .should(unscored(List.of(words), List.of(here)))
                .minimumShouldMatch("1")));
  }

  private static Query unscored(List<Query> filters, List<Query> not) {
    return Query.of(q ->
        q.constantScore(c -> c.boost(0f).filter(f -> f.bool(b -> b.filter(filters).mustNot(not)))));
  }

  private List<Query> conditions() {
    Narrowing narrowing = search.narrowing();
    List<Query> conditions = new ArrayList<>();
    conditions.add(FilterQuery.of(filter));
    conditions.add(FilterQuery.terms("case", cases));
    narrowing.kind().ifPresent(kind -> conditions.add(FilterQuery.terms("kind", Set.of(kind))));
    narrowing
        .agency()
        .ifPresent(agency -> conditions.add(FilterQuery.terms("agency", Set.of(agency))));
    narrowing
        .documentType()
        .ifPresent(type -> conditions.add(FilterQuery.terms("documentType", Set.of(type))));
    narrowing
        .from()
        .ifPresent(from ->
            conditions.add(
                Query.of(q -> q.range(r -> r.date(d -> d.field("date").gte(from.toString()))))));
    narrowing
        .to()
        .ifPresent(to ->
            conditions.add(
                Query.of(q -> q.range(r -> r.date(d -> d.field("date").lte(to.toString()))))));
    return conditions;
  }

  private static List<Query> without(Set<VersionId> superseded) {
    return superseded.isEmpty() ? List.of() : List.of(FilterQuery.terms("version", superseded));
  }

  /** Versions after the first of their item. */
  static Query laterVersions() {
    return Query.of(q -> q.range(r -> r.number(n -> n.field("number").gte(2d))));
  }

  /** The order, which ends with the version's id and so is total. */
  List<SortOptions> order() {
    SortOptions score = SortOptions.of(sort -> sort.score(s -> s.order(SortOrder.Desc)));
    SortOptions id =
        SortOptions.of(sort -> sort.field(f -> f.field("version").order(SortOrder.Asc)));
    return switch (search.sort()) {
      case RELEVANCE -> List.of(score, day(SortOrder.Desc), id);
      case NEWEST -> List.of(day(SortOrder.Desc), id);
      case DATE -> List.of(day(SortOrder.Asc), id);
    };
  }

  private static SortOptions day(SortOrder order) {
    return SortOptions.of(
        sort -> sort.field(f -> f.field("day").order(order).missing(FieldValue.of("_last"))));
  }

  /** The sort values to go on after; empty for the first page. */
  List<FieldValue> after() {
    Optional<Cursor> cursor = search.after();
    if (cursor.isEmpty()) {
      return List.of();
    }
    FieldValue day = FieldValue.of(cursor.get().day());
    FieldValue id = FieldValue.of(cursor.get().version().toString());
    return switch (search.sort()) {
      case RELEVANCE ->
          List.of(FieldValue.of(Double.parseDouble(Float.toString(cursor.get().score()))), day, id);
      case NEWEST, DATE -> List.of(day, id);
    };
  }

  /** The cursor after a hit with these sort values. */
  Cursor cursor(List<FieldValue> sortValues, VersionId version) {
    return switch (search.sort()) {
      case RELEVANCE ->
          new Cursor(
              search.sort(),
              (float) sortValues.get(0).doubleValue(),
              (int) sortValues.get(1).longValue(),
              version);
      case NEWEST, DATE ->
          new Cursor(search.sort(), 0f, (int) sortValues.get(0).longValue(), version);
    };
  }
}
