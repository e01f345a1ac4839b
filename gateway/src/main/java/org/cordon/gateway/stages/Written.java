package org.cordon.gateway.stages;

import java.util.List;
import java.util.Optional;
import org.cordon.gateway.routes.Backends;
import org.cordon.gateway.routes.Service;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.paging.Page;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** What was written and held in a case, from evidence-service, as whoever looks may find it. */
@Component
class Written {
  private static final int LIMIT = 200;
  private static final ParameterizedTypeReference<Page<Paper>> PAPERS =
      new ParameterizedTypeReference<>() {};
  private static final ParameterizedTypeReference<Page<Conversation>> CONVERSATIONS =
      new ParameterizedTypeReference<>() {};

  private final Backends backends;

  /** A working paper in a list. */
  record Paper(String id, String kind, String title) {}

  /** A conversation in a list. */
  record Conversation(String id) {}

  Written(Backends backends) {
    this.backends = backends;
  }

  /** The newest working papers; none when they are not open to whoever looks. */
  List<Paper> papers(CaseId caseId) {
    return first("/api/evidence/cases/{case}/papers", caseId, PAPERS)
        .map(Page::items)
        .orElse(List.of());
  }

  /** How many conversations there are, in words; empty when they are not open to whoever looks. */
  Optional<String> conversations(CaseId caseId) {
    return first("/api/evidence/cases/{case}/conversations", caseId, CONVERSATIONS)
        .map(page ->
            switch (page.items().size()) {
              case 0 -> "None yet";
              case 1 -> "One planned or held";
              default ->
                  page.items().size()
                      + (page.next() == null ? "" : " or more")
                      + " planned or held";
            });
  }

  private <T> Optional<Page<T>> first(
      String path, CaseId caseId, ParameterizedTypeReference<Page<T>> type) {
    return Backends.find(() -> backends.page(Service.EVIDENCE, path, type, LIMIT, null, caseId));
  }
}
