package org.cordon.gateway.papers;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cordon.gateway.routes.Backends;
import org.cordon.gateway.routes.Service;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** The working papers of a case, from evidence-service. */
@Component
public class Papers {
  private static final String OF_CASE = "/api/evidence/cases/{case}/papers";
  private static final ParameterizedTypeReference<Page<PaperSummary>> PAGE =
      new ParameterizedTypeReference<>() {};
  private final Backends backends;

  Papers(Backends backends) {
    this.backends = backends;
  }

  /** One page of the papers that the person may find, of one kind where one is named. */
  public Page<PaperSummary> in(
      CaseId caseId, Optional<PaperKind> kind, @Nullable String after, int limit) {
    String address = OF_CASE + kind.map(only -> "?kind=" + only).orElse("");
    return backends.page(Service.EVIDENCE, address, PAGE, limit, after, caseId);
  }

  /** Papers of the case whose draft the person could write in; at most as many as one page has. */
  public Page<PaperSummary> drafts(CaseId caseId, int limit) {
    Page<PaperSummary> all = in(caseId, Optional.empty(), null, limit);
    return new Page<>(
        all.items().stream().filter(paper -> paper.draft() != null).toList(), all.next());
  }

  /**
   * One paper.
   *
   * @throws Problem NOT_FOUND when it is absent or walled: nobody can tell which
   */
  public Paper require(ItemId paper) {
    return backends.ask(
        Service.EVIDENCE,
        evidence ->
            Objects.requireNonNull(
                evidence
                    .get()
                    .uri("/api/evidence/papers/{paper}", paper)
                    .retrieve()
                    .body(Paper.class)));
  }

  /**
   * One paper in whose draft the person may write.
   *
   * @throws Problem NOT_FOUND when they may not
   */
  public Paper requireWrite(ItemId paper) {
    Paper found = require(paper);
    if (!found.mayWrite()) {
      throw Problem.notFound();
    }
    return found;
  }

  /** Begins a paper with an empty draft; the same key begins it once. */
  public Paper begin(CaseId caseId, PaperKind kind, String title, String key) {
    return backends.ask(
        Service.EVIDENCE,
        evidence ->
            Objects.requireNonNull(
                evidence
                    .post()
                    .uri(OF_CASE, caseId)
                    .header("Idempotency-Key", key)
                    .body(Map.of("kind", kind, "title", title))
                    .retrieve()
                    .body(Paper.class)));
  }
}
