package org.cordon.gateway.declarations;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cordon.gateway.routes.Backends;
import org.cordon.gateway.routes.Service;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.springframework.stereotype.Component;

/** Declarations and the list of investigators of a case, from access-service. */
@Component
class Declarations {
  /** What an approving officer declares, word for word. */
  static final String STATEMENT =
      "I have no direct involvement in the investigation or in any proceedings that run beside this"
          + " case. I do not investigate, supervise or direct them, and I am not a witness in them."
          + " If that changes, I will say so at once and approve nothing more.";

  private static final String DECLARATIONS = "/api/access/cases/{case}/declarations";
  private static final String INVESTIGATORS = "/api/access/cases/{case}/investigators";
  private final Backends backends;

  Declarations(Backends backends) {
    this.backends = backends;
  }

  /** The declarations of a case, and whether whoever looks may make one. */
  record Declared(List<Declaration> items, boolean mayDeclare) {}

  /** The list of investigators of a case, and what whoever looks may do to it. */
  record Listed(List<Investigator> items, List<String> may) {

    boolean mayAdd() {
      return may.contains("tighten") || may.contains("manage");
    }

    boolean mayRemove() {
      return may.contains("manage");
    }
  }

  Declared of(CaseId caseId) {
    return get(DECLARATIONS, caseId, Declared.class);
  }

  Listed investigators(CaseId caseId) {
    return get(INVESTIGATORS, caseId, Listed.class);
  }

  /** Declares for whoever looks. */
  void declare(CaseId caseId, String key) {
    backends.tell(
        Service.ACCESS,
        access ->
            access
                .post()
                .uri(DECLARATIONS, caseId)
                .header("Idempotency-Key", key)
                .body(Map.of("statement", STATEMENT)));
  }

  /** Withdraws the declaration of whoever looks. */
  void withdraw(CaseId caseId) {
    backends.tell(Service.ACCESS, access -> access.delete().uri(DECLARATIONS, caseId));
  }

  void addInvestigator(CaseId caseId, PersonId person, String reason) {
    backends.tell(
        Service.ACCESS,
        access ->
            access
                .put()
                .uri(INVESTIGATORS + "/{person}", caseId, person)
                .body(Map.of("reason", reason)));
  }

  void removeInvestigator(CaseId caseId, PersonId person, String reason) {
    backends.tell(
        Service.ACCESS,
        access ->
            access
                .delete()
                .uri(INVESTIGATORS + "/{person}?reason={reason}", caseId, person, reason));
  }

  private <T> T get(String address, CaseId caseId, Class<T> type) {
    return backends.ask(
        Service.ACCESS,
        access -> Objects.requireNonNull(access.get().uri(address, caseId).retrieve().body(type)));
  }
}
