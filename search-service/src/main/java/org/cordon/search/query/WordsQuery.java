package org.cordon.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.MultiMatchQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Makes a query of words: where they are looked for, and how much each place counts. */
public final class WordsQuery {
  /** The field that snippets are taken from. */
  public static final String TEXT = "text";

  /** The same field with every word as it stands. */
  public static final String TEXT_EXACT = "text.exact";

  private static final List<String> EXACT_FIELDS =
      List.of("title.exact^3", "author.exact^2", "fileName.exact", TEXT_EXACT);
  private static final List<String> ALL_FIELDS =
      Stream.concat(Stream.of("title^3", "author^2", "fileName", TEXT), EXACT_FIELDS.stream())
          .toList();
  private static final double TIE = 0.1;

  /** The words that the english analyzer leaves out (Lucene's EnglishAnalyzer). */
  private static final Set<String> STOP_WORDS =
      Set.of(
          "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is",
          "it", "no", "not", "of", "on", "or", "such", "that", "the", "their", "then", "there",
          "these", "they", "this", "to", "was", "will", "with");

  private WordsQuery() {}

  /** The query that matches the documents which the words describe, and scores them. */
  public static Query of(Words words) {
    return switch (words) {
      case Words.Word(String text) -> anyOf(spellings(text).map(WordsQuery::word).toList());
      case Words.Phrase(String text) ->
          anyOf(
              spellings(text).map(one -> match(one, EXACT_FIELDS, TextQueryType.Phrase)).toList());
      case Words.Prefix(String text) ->
          anyOf(
              spellings(text)
                  .map(one -> match(one, EXACT_FIELDS, TextQueryType.BoolPrefix))
                  .toList());
      case Words.Not(Words of) -> Query.of(q -> q.bool(b -> b.mustNot(of(of))));
      case Words.All(List<Words> parts) -> all(parts);
      case Words.Either(List<Words> choices) ->
          anyOf(choices.stream().map(WordsQuery::of).toList());
    };
  }

  /** Words like "the" do not decide beside others, as they would keep out short titles. */
  private static Query all(List<Words> parts) {
    List<Words> telling = parts.stream().filter(part -> !isStopWord(part)).toList();
    List<Query> must = new ArrayList<>();
    List<Query> mustNot = new ArrayList<>();
    for (Words part : telling.stream().allMatch(Words.Not.class::isInstance) ? parts : telling) {
      if (part instanceof Words.Not(Words excluded)) {
        mustNot.add(of(excluded));
      } else {
        must.add(of(part));
      }
    }
    return Query.of(q -> q.bool(b -> b.must(must).mustNot(mustNot)));
  }

  private static boolean isStopWord(Words part) {
    return part instanceof Words.Word(String text)
        && STOP_WORDS.contains(text.toLowerCase(Locale.ROOT));
  }

  /**
   * A word with something inside that is no letter, as well-being, is looked for whole; one with
   * digits as well, as A/123, is a reference and stands for itself only.
   */
  private static Query word(String text) {
    if (text.codePoints().allMatch(Character::isLetterOrDigit)) {
      return match(text, ALL_FIELDS, TextQueryType.BestFields);
    }
    boolean reference = text.codePoints().anyMatch(Character::isDigit);
    return match(text, reference ? EXACT_FIELDS : ALL_FIELDS, TextQueryType.Phrase);
  }

  private static Query match(String text, List<String> fields, TextQueryType type) {
    MultiMatchQuery.Builder match =
        new MultiMatchQuery.Builder().query(text).fields(fields).type(type);
    if (type != TextQueryType.Phrase) {
      match.operator(Operator.And);
    }
    if (type != TextQueryType.BoolPrefix) {
      match.tieBreaker(TIE);
    }
    return match.build()._toQuery();
  }

  /** The straight and the curly apostrophe mean the same and are different letters to an index. */
  private static Stream<String> spellings(String text) {
    return Stream.of(text, text.replace('\'', '\u2019'), text.replace('\u2019', '\'')).distinct();
  }

  private static Query anyOf(List<Query> queries) {
    return queries.size() == 1
        ? queries.getFirst()
        : Query.of(q -> q.bool(b -> b.should(queries).minimumShouldMatch("1")));
  }
}
