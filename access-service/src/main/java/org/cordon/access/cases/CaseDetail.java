package org.cordon.access.cases;

import java.time.LocalDate;
import java.util.List;
import org.cordon.access.people.AgencySummary;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.ids.CaseId;

/**
 * A case with what its page needs.
 *
 * @param agencies empty for those who may not see who takes part
 * @param permissions the names of what the caller may do in the case
 */
record CaseDetail(
    CaseId id,
    String reference,
    String title,
    String reviewType,
    LocalDate openedOn,
    List<CaseRole> roles,
    List<AgencySummary> agencies,
    List<String> permissions) {

  static CaseDetail of(
      CaseSummary summary, List<AgencySummary> agencies, List<String> permissions) {
    return new CaseDetail(
        summary.id(),
        summary.reference(),
        summary.title(),
        summary.reviewType(),
        summary.openedOn(),
        summary.roles(),
        agencies,
        permissions);
  }
}
