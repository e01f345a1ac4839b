package org.cordon.gateway.drafting;

import java.util.List;
import java.util.stream.Collectors;
import org.cordon.gateway.cases.CaseRole;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/** Somebody for whom the draft has become closed, and through which of its sources. */
record Closed(PersonId person, List<CaseRole> roles, List<Because> because) {
  Closed {
    roles = List.copyOf(roles);
    because = List.copyOf(because);
  }

  /**
   * What closed it.
   *
   * @param source null for what is marked on the draft itself
   * @param title null where that is not open to whoever asked
   */
  record Because(@Nullable VersionId source, @Nullable ItemId item, @Nullable String title) {}

  /** Their roles in words. */
  public String roleTitles() {
    return roles.stream().map(CaseRole::title).collect(Collectors.joining(", "));
  }
}
