package org.cordon.access.cases;

import java.time.LocalDate;
import java.util.List;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.ids.CaseId;

/**
 * A case in a list.
 *
 * @param roles the caller's own, in the order of the matrix
 */
public record CaseSummary(
    CaseId id,
    String reference,
    String title,
    String reviewType,
    LocalDate openedOn,
    List<CaseRole> roles) {
  public CaseSummary {
    roles = roles.stream().sorted().toList();
  }
}
