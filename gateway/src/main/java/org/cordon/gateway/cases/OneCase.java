package org.cordon.gateway.cases;

import java.time.LocalDate;
import java.util.List;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.jspecify.annotations.Nullable;

/** One case, with the actions that are open to whoever asked. */
public record OneCase(
    CaseId id,
    String reference,
    String title,
    String reviewType,
    LocalDate openedOn,
    List<CaseRole> roles,
    List<Agency> agencies,
    List<String> permissions) {

  /** Whether this action is among the permissions. */
  public boolean may(String action) {
    return permissions.contains(action);
  }

  /** The agency's name, or null when it is none of this case. */
  public @Nullable String agencyName(@Nullable AgencyId id) {
    return agencies.stream()
        .filter(agency -> agency.id().equals(id))
        .map(Agency::name)
        .findFirst()
        .orElse(null);
  }
}
