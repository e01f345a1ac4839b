package org.cordon.gateway.cases;

import java.util.List;
import org.cordon.platform.ids.PersonId;

/** Whoever asked, as access-service knows them. */
public record Me(
    PersonId person,
    String name,
    String account,
    List<String> organisationRoles,
    List<CaseSummary> cases) {

  /** Whether they may open cases. */
  public boolean opensCases() {
    return organisationRoles.contains("BUSINESS_MANAGER");
  }

  /** Whether they may read the ledger of every case. */
  public boolean auditsLedger() {
    return organisationRoles.contains("AUDITOR");
  }
}
