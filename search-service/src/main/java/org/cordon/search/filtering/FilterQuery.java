package org.cordon.search.filtering;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cordon.platform.access.Filter;
import org.cordon.platform.access.LabelField;
import org.cordon.platform.access.PersonFilter;

/**
 * Compiles a filter over labels.
 *
 * <p>A negated clause of Elasticsearch matches documents that lack the field, so every compiled
 * query requires {@code labelled: true}, which the index writes only together with all labels; and
 * every set lies beside its size, so that "all members are among these" can be counted.
 */
public final class FilterQuery {
  /** The most values that Elasticsearch takes in one list. */
  private static final int MOST_TERMS = 60_000;

  private FilterQuery() {}

  /** What a person may find: their filter, in their cases, without what was relabelled since. */
  public static Query of(PersonFilter filter) {
    Query cases = terms(LabelField.CASE.json(), filter.cases());
    Query expression = compile(filter.expression());
    List<Query> excluded = chunks("version", filter.excluded());
    return Query.of(
        q -> q.bool(b -> b.filter(labelled()).filter(cases).filter(expression).mustNot(excluded)));
  }

  /** What a filter lets through, among the documents that have labels. */
  public static Query of(Filter filter) {
    Query expression = compile(filter);
    return Query.of(q -> q.bool(b -> b.filter(labelled()).filter(expression)));
  }

  /** Documents of which a field has one of the values. */
  public static Query terms(String field, Collection<?> values) {
    List<Query> chunks = chunks(field, values);
    return switch (chunks.size()) {
      case 0 -> nothing();
      case 1 -> chunks.getFirst();
      default -> Query.of(q -> q.bool(b -> b.should(chunks).minimumShouldMatch("1")));
    };
  }

  private static Query compile(Filter filter) {
    return switch (filter) {
      case Filter.All(List<Filter> of) -> {
        List<Query> parts = of.stream().map(FilterQuery::compile).toList();
        yield parts.isEmpty() ? everything() : Query.of(q -> q.bool(b -> b.filter(parts)));
      }
      case Filter.Any(List<Filter> of) -> {
        List<Query> parts = of.stream().map(FilterQuery::compile).toList();
        yield parts.isEmpty()
            ? nothing()
            : Query.of(q -> q.bool(b -> b.should(parts).minimumShouldMatch("1")));
      }
      case Filter.Not(Filter.Not(Filter of)) -> compile(of);
      case Filter.Not(Filter of) -> {
        Query part = compile(of);
        yield Query.of(q -> q.bool(b -> b.mustNot(part)));
      }
      case Filter.In(LabelField field, Set<String> values) -> in(field, values);
      case Filter.Subset(LabelField field, Set<String> values) -> subset(field, values);
    };
  }

  private static Query in(LabelField field, Set<String> values) {
    return switch (field) {
      case DELICATE, QUARANTINED, PUBLISHED_TO_BOARD -> terms(field.json(), truths(values));
      case VERSION, CASE, KIND, ACCOUNTS_OF, MATTERS, ORIGINATORS, CIRCULATED_TO ->
          terms(field.json(), values);
    };
  }

  /** A single value is always there, so being a subset is being one of them. */
  private static Query subset(LabelField field, Set<String> values) {
    return switch (field) {
      case VERSION, CASE, KIND, DELICATE, QUARANTINED, PUBLISHED_TO_BOARD -> in(field, values);
      case ACCOUNTS_OF, MATTERS, ORIGINATORS, CIRCULATED_TO -> {
        String count = field.json() + "Count";
        Query empty = Query.of(q -> q.term(t -> t.field(count).value(0)));
        yield values.isEmpty()
            ? empty
            : Query.of(q ->
                q.bool(b ->
                    b.should(empty)
                        .should(s ->
                            s.termsSet(t ->
                                t.field(field.json())
                                    .terms(List.copyOf(new TreeSet<>(values)))
                                    .minimumShouldMatchField(count)))
                        .minimumShouldMatch("1")));
      }
    };
  }

  /** A boolean field refuses any other text, where the filter just does not match it. */
  private static Set<String> truths(Set<String> values) {
    Set<String> truths = new TreeSet<>(values);
    truths.retainAll(Set.of("true", "false"));
    return truths;
  }

  private static List<Query> chunks(String field, Collection<?> values) {
    List<FieldValue> all =
        values.stream().map(Object::toString).sorted().map(FieldValue::of).toList();
    List<Query> chunks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += MOST_TERMS) {
      List<FieldValue> chunk = all.subList(from, Math.min(from + MOST_TERMS, all.size()));
      chunks.add(Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(chunk)))));
    }
    return chunks;
  }

  private static Query labelled() {
    return Query.of(q -> q.term(t -> t.field("labelled").value(true)));
  }

  private static Query everything() {
    return Query.of(q -> q.matchAll(m -> m));
  }

  private static Query nothing() {
    return Query.of(q -> q.matchNone(m -> m));
  }
}
