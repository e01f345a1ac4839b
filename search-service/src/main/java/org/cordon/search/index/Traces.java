package org.cordon.search.index;

import co.elastic.clients.elasticsearch._types.DocStats;
import co.elastic.clients.elasticsearch.indices.stats.IndexStats;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cordon.platform.ids.CaseId;
import org.springframework.stereotype.Component;

/**
 * Which cases have traces in their common index: documents that were deleted or replaced and still
 * count in its statistics. Such a document may have become forbidden, and scores would tell of it;
 * so a case with traces is marked before its change becomes visible, and is not scored until
 * Elasticsearch has merged them away.
 *
 * <p>Elasticsearch keeps deleted documents for its replicas for half a minute or so, whatever one
 * asks; {@link #sweep} asks again until none is left.
 */
@Component
public class Traces {
  static final String ID = "traces";

  private final Elasticsearch elasticsearch;
  private final IndexNames names;
  private final Map<Generation, Set<CaseId>> marked = new HashMap<>();
  private final Map<CaseId, Long> marks = new HashMap<>();

  Traces(Elasticsearch elasticsearch, IndexNames names) {
    this.elasticsearch = elasticsearch;
    this.names = names;
  }

  /** The cases as they are kept beside the positions. */
  record Marked(Set<CaseId> cases) {
    Marked {
      cases = Set.copyOf(cases);
    }
  }

  /** Marks a case: durable on return. */
  synchronized void mark(Generation generation, CaseId caseId) {
    marks.merge(caseId, 1L, Long::sum);
    Set<CaseId> cases = new HashSet<>(of(generation));
    if (cases.add(caseId)) {
      keep(generation, cases);
    }
  }

  /** Merges away what can be, and unmarks the cases where nothing is left. */
  public void sweep(Generation generation) {
    for (CaseId caseId : of(generation)) {
      long before = count(caseId);
      if (isClean(names.documents(generation, caseId, Layer.COMMON))) {
        unmark(generation, caseId, before);
      }
    }
  }

  /**
   * Marks the cases that have traces, whether they are marked or not: a process may have ended
   * between writing and marking.
   */
  public void inspect(Generation generation) {
    deleted(names.everyCommon(generation))
        .forEach((index, deleted) -> {
          if (deleted > 0) {
            names.caseOf(index).ifPresent(caseId -> mark(generation, caseId));
          }
        });
  }

  private boolean isClean(String index) {
    elasticsearch.call(client -> client.indices().flush(flush -> flush.index(index)));
    elasticsearch.call(client ->
        client.indices().forcemerge(merge -> merge.index(index).onlyExpungeDeletes(true)));
    elasticsearch.call(client -> client.indices().refresh(refresh -> refresh.index(index)));
    return deleted(index).values().stream().allMatch(deleted -> deleted == 0);
  }

  /** How many deleted documents still count, by index; where it is not said, some. */
  private Map<String, Long> deleted(String indices) {
    return elasticsearch.call(client -> {
      Map<String, Long> found = new TreeMap<>();
      client
          .indices()
          .stats(stats -> stats.index(indices).metric(List.of("docs")))
          .indices()
          .forEach((index, stats) -> {
            IndexStats primaries = stats.primaries();
            DocStats docs = primaries == null ? null : primaries.docs();
            Long deleted = docs == null ? null : docs.deleted();
            found.put(index, deleted == null ? 1L : deleted);
          });
      return found;
    });
  }

  private synchronized void unmark(Generation generation, CaseId caseId, long before) {
    if (count(caseId) == before) {
      Set<CaseId> cases = new HashSet<>(of(generation));
      cases.remove(caseId);
      keep(generation, cases);
    }
  }

  private synchronized long count(CaseId caseId) {
    return marks.getOrDefault(caseId, 0L);
  }

  private synchronized Set<CaseId> of(Generation generation) {
    return marked.computeIfAbsent(generation, this::read);
  }

  private Set<CaseId> read(Generation generation) {
    return elasticsearch.call(client -> {
      Marked kept =
          client.get(get -> get.index(names.positions(generation)).id(ID), Marked.class).source();
      return kept == null ? Set.of() : kept.cases();
    });
  }

  private void keep(Generation generation, Set<CaseId> cases) {
    Map<String, Set<String>> document =
        Map.of(
            "cases",
            cases.stream().map(CaseId::toString).collect(Collectors.toCollection(TreeSet::new)));
    elasticsearch.call(client ->
        client.index(
            request -> request.index(names.positions(generation)).id(ID).document(document)));
    marked.put(generation, Set.copyOf(cases));
  }
}
