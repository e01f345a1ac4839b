package org.cordon.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cordon.search.testing.Surroundings;
import tools.jackson.databind.JsonNode;

/** An index of its own on the real Elasticsearch, with what it takes to look inside. */
public final class TestIndex {
  public final ElasticsearchProperties properties;
  public final Elasticsearch elasticsearch;
  public final IndexNames names;
  public final Generations generations;
  public final Traces traces;
  public final IndexWriter writer;

  public TestIndex() {
    this(Surroundings.elasticsearch());
  }

  /** Another process on the same index. */
  public TestIndex(ElasticsearchProperties properties) {
    this.properties = properties;
    ElasticsearchClient client = ElasticsearchConfiguration.connect(properties);
    elasticsearch = new Elasticsearch(client);
    names = new IndexNames(properties);
    generations = new Generations(elasticsearch, names, new Layout(elasticsearch, names));
    traces = new Traces(elasticsearch, names);
    writer = new IndexWriter(elasticsearch, names, generations, traces);
  }

  /** Every document of a generation: where it lies, and what it is. Indices may go meanwhile. */
  public Map<String, String> documents(Generation generation) {
    String pattern = names.everyDocuments(generation);
    return elasticsearch.call(client -> {
      client.indices().refresh(refresh -> refresh.index(pattern).ignoreUnavailable(true));
      Map<String, String> found = new TreeMap<>();
      client
          .search(
              search -> search.index(pattern).ignoreUnavailable(true).size(10_000), JsonNode.class)
          .hits()
          .hits()
          .forEach(hit ->
              found.put(
                  String.valueOf(hit.id()),
                  hit.index().substring(hit.index().indexOf("-case-"))
                      + String.valueOf(hit.source())));
      return found;
    });
  }

  /** The versions that a query finds, of the serving generation. */
  public Set<String> find(Query query) {
    return elasticsearch.call(client -> {
      Set<String> found = new HashSet<>();
      client
          .search(
              search -> search.index(names.everyCase()).size(10_000).query(query), JsonNode.class)
          .hits()
          .hits()
          .forEach(hit -> found.add(String.valueOf(hit.id())));
      return found;
    });
  }
}
