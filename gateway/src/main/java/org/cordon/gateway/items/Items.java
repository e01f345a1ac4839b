package org.cordon.gateway.items;

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

/** Items, from evidence-service, and who has seen them, from access-service. */
@Component
public class Items {
  private static final ParameterizedTypeReference<Page<ItemSummary>> PAGE =
      new ParameterizedTypeReference<>() {};
  private static final ParameterizedTypeReference<Page<Exposure>> EXPOSURES =
      new ParameterizedTypeReference<>() {};
  private final Backends backends;

  Items(Backends backends) {
    this.backends = backends;
  }

  /** One page of what the person may find in the case. */
  public Page<ItemSummary> in(CaseId caseId, @Nullable String after, int limit) {
    return backends.page(
        Service.EVIDENCE, "/api/evidence/cases/{case}/items", PAGE, limit, after, caseId);
  }

  /**
   * One item.
   *
   * @throws Problem NOT_FOUND when it is absent or walled: nobody can tell which
   */
  public Item require(ItemId item) {
    return backends.ask(
        Service.EVIDENCE,
        evidence ->
            Objects.requireNonNull(
                evidence
                    .get()
                    .uri("/api/evidence/items/{item}", item)
                    .retrieve()
                    .body(Item.class)));
  }

  /** The text of a version; empty when there is none, or it is not open. */
  Optional<ItemText> findText(ItemId item, int version) {
    return Backends.find(() ->
        backends.ask(
            Service.EVIDENCE,
            evidence ->
                Objects.requireNonNull(
                    evidence
                        .get()
                        .uri("/api/evidence/items/{item}/versions/{n}/text", item, version)
                        .retrieve()
                        .body(ItemText.class))));
  }

  Page<Exposure> exposures(CaseId caseId, ItemId item, int limit) {
    return backends.ask(
        Service.ACCESS,
        access ->
            Objects.requireNonNull(
                access
                    .get()
                    .uri(
                        "/api/access/cases/{case}/exposures?item={item}&limit={limit}",
                        caseId,
                        item,
                        limit)
                    .retrieve()
                    .body(EXPOSURES)));
  }
}
