package org.cordon.gateway.people;

import java.util.List;
import org.cordon.gateway.cases.CaseRole;
import org.jspecify.annotations.Nullable;

/** What someone is to be in a case from now on; no roles take them off it. */
record SetRoles(String name, @Nullable String agency, List<CaseRole> roles) {

  /** As they are, with these roles. */
  static SetRoles of(PersonInCase place, List<CaseRole> roles) {
    return new SetRoles(
        place.name(), place.agency() == null ? "" : place.agency().id().toString(), roles);
  }

  /** With no agency where none was chosen. */
  SetRoles toSend() {
    return agency == null || agency.isBlank() ? new SetRoles(name, null, roles) : this;
  }
}
