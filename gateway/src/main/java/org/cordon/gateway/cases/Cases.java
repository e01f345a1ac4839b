package org.cordon.gateway.cases;

import java.util.Map;
import java.util.Objects;
import org.cordon.gateway.routes.Backends;
import org.cordon.gateway.routes.Service;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;

/** The cases of whoever looks, from access-service. */
@Component
public class Cases {
  private final Backends backends;

  Cases(Backends backends) {
    this.backends = backends;
  }

  /** Whoever looks, with their cases. */
  public Me me() {
    return backends.ask(
        Service.ACCESS,
        access ->
            Objects.requireNonNull(access.get().uri("/api/access/me").retrieve().body(Me.class)));
  }

  /**
   * One case.
   *
   * @throws org.cordon.platform.problems.Problem NOT_FOUND when it is absent or not open to them
   */
  public OneCase require(CaseId id) {
    return backends.ask(
        Service.ACCESS,
        access ->
            Objects.requireNonNull(
                access.get().uri("/api/access/cases/{case}", id).retrieve().body(OneCase.class)));
  }

  /**
   * One case in which whoever looks may do this.
   *
   * @throws org.cordon.platform.problems.Problem NOT_FOUND when they may not: nobody can tell that
   *     there is such a page
   */
  public OneCase require(CaseId id, String action) {
    OneCase one = require(id);
    if (!one.may(action)) {
      throw Problem.notFound();
    }
    return one;
  }

  CaseSummary open(OpenCase wanted, String key) {
    return backends.ask(
        Service.ACCESS,
        access ->
            Objects.requireNonNull(
                access
                    .post()
                    .uri("/api/access/cases")
                    .header("Idempotency-Key", key)
                    .body(wanted)
                    .retrieve()
                    .body(CaseSummary.class)));
  }

  /** Adds an organisation to a case; the same key adds it once. */
  public Agency addAgency(CaseId id, String name, String key) {
    return backends.ask(
        Service.ACCESS,
        access ->
            Objects.requireNonNull(
                access
                    .post()
                    .uri("/api/access/cases/{case}/agencies", id)
                    .header("Idempotency-Key", key)
                    .body(Map.of("name", name))
                    .retrieve()
                    .body(Agency.class)));
  }
}
