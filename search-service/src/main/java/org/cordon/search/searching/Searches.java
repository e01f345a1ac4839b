package org.cordon.search.searching;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.Decision;
import org.cordon.platform.access.ItemAction;
import org.cordon.platform.access.PersonFilter;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.cordon.search.index.Elasticsearch;
import org.cordon.search.index.Generations;
import org.cordon.search.searching.SearchAnswer.Hit;
import org.springframework.stereotype.Service;

/**
 * Searches for a person. Every hit that is answered has been decided and recorded (rule 29), and
 * nothing else of the index shows.
 */
@Service
public class Searches {
  private static final int ATTEMPTS = 2;

  private final Generations generations;
  private final AccessClient access;
  private final ItemSearch items;

  Searches(Generations generations, AccessClient access, ItemSearch items) {
    this.generations = generations;
    this.access = access;
    this.items = items;
  }

  /**
   * Finds.
   *
   * <p>The position is read before the filter is asked for, and the query comes last: whatever was
   * relabelled in between is either refreshed already or kept out by id. A hit that is denied all
   * the same was relabelled after the filter; the search is run once more, and then given up.
   *
   * @throws Problem UNAVAILABLE when the index or access-service does not answer, or when decisions
   *     keep changing: the answer is the same, so that it does not tell of the change
   */
  public SearchAnswer search(PersonId person, SearchQuery query) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Generations.Serving serving = generations.serving();
      PersonFilter filter =
          withoutRanking(access.filter(person, serving.positions().labels()), serving.withTraces());
      Set<CaseId> cases = cases(filter, query.narrowing().caseId());
      if (cases.isEmpty()) {
        return SearchAnswer.NOTHING;
      }
      SearchAnswer answer = items.find(query, filter, cases);
      if (allPermitted(person, answer.hits())) {
        return answer;
      }
    }
    throw Elasticsearch.unavailable();
  }

  private static PersonFilter withoutRanking(PersonFilter filter, Set<CaseId> withTraces) {
    Set<CaseId> ranks = new HashSet<>(filter.ranks());
    ranks.removeAll(withTraces);
    return new PersonFilter(filter.expression(), filter.cases(), ranks, filter.excluded());
  }

  private static Set<CaseId> cases(PersonFilter filter, Optional<CaseId> only) {
    return filter.cases().stream()
        .filter(caseId -> only.isEmpty() || only.get().equals(caseId))
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean allPermitted(PersonId person, List<Hit> hits) {
    return hits.isEmpty()
        || access.decide(person, ItemAction.FIND, hits.stream().map(Hit::version).toList()).stream()
            .allMatch(Decision::permitted);
  }
}
