package org.cordon.gateway.proceedings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cordon.gateway.routes.Backends;
import org.cordon.gateway.routes.Service;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.problems.Problem;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The proceedings beside a case, from access-service. */
@Component
public class Proceedings {
  private static final String OF_CASE = "/api/access/cases/{case}/proceedings";
  private static final ParameterizedTypeReference<Page<OneProceedings>> PAGE =
      new ParameterizedTypeReference<>() {};
  private final Backends backends;

  Proceedings(Backends backends) {
    this.backends = backends;
  }

  /** All proceedings beside a case. */
  public List<OneProceedings> of(CaseId caseId) {
    return backends
        .ask(
            Service.ACCESS,
            access ->
                Objects.requireNonNull(access.get().uri(OF_CASE, caseId).retrieve().body(PAGE)))
        .items();
  }

  /**
   * One of them.
   *
   * @throws Problem NOT_FOUND when it is absent or not open to whoever looks
   */
  OneProceedings require(CaseId caseId, String id) {
    return of(caseId).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  OneProceedings open(CaseId caseId, OpenProceedings wanted, String key) {
    return backends.ask(
        Service.ACCESS,
        access ->
            Objects.requireNonNull(
                access
                    .post()
                    .uri(OF_CASE, caseId)
                    .header("Idempotency-Key", key)
                    .body(wanted)
                    .retrieve()
                    .body(OneProceedings.class)));
  }

  /** Moves proceedings on, unless somebody did since they were read. */
  void change(CaseId caseId, ChangeProceedings change, long seen) {
    backends.ask(
        Service.ACCESS,
        access ->
            access
                .patch()
                .uri(OF_CASE, caseId)
                .header(HttpHeaders.IF_MATCH, "\"" + seen + "\"")
                .body(change)
                .retrieve()
                .toBodilessEntity());
  }

  /** Puts something further on record: {@code matters}, {@code early-discussions} and the like. */
  void record(
      CaseId caseId, OneProceedings one, String what, Map<String, Object> fields, String key) {
    backends.ask(
        Service.ACCESS,
        access ->
            access
                .post()
                .uri(OF_CASE + "/{id}/" + what, caseId, one.id())
                .header("Idempotency-Key", key)
                .body(fields)
                .retrieve()
                .toBodilessEntity());
  }
}
