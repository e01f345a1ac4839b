package org.cordon.gateway.analysis;

import java.util.Objects;
import java.util.Optional;
import org.cordon.gateway.routes.Backends;
import org.cordon.gateway.routes.Service;
import org.cordon.platform.ids.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The analysis of a case, from evidence-service. */
@Component
class Analyses {
  private static final String OF_CASE = "/api/evidence/cases/{case}/analysis";
  private final Backends backends;

  Analyses(Backends backends) {
    this.backends = backends;
  }

  /** One part of it. */
  CaseAnalysis of(CaseId caseId, @Nullable String after) {
    return ask(OF_CASE, caseId, after, CaseAnalysis.class);
  }

  /** The evidence of the findings of that part. */
  EvidenceTable evidence(CaseId caseId, @Nullable String after) {
    return ask(OF_CASE + "/evidence", caseId, after, EvidenceTable.class);
  }

  /** The evidence of all findings as a table for a spreadsheet. */
  byte[] csv(CaseId caseId) {
    return ask(OF_CASE + "/evidence/csv", caseId, null, byte[].class);
  }

  private <T> T ask(String path, CaseId caseId, @Nullable String after, Class<T> type) {
    return backends.ask(
        Service.EVIDENCE,
        evidence ->
            Objects.requireNonNull(
                evidence
                    .get()
                    .uri(address ->
                        address
                            .path(path)
                            .queryParamIfPresent("after", Optional.ofNullable(after))
                            .build(caseId))
                    .retrieve()
                    .body(type)));
  }
}
