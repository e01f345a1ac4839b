package org.cordon.access.people;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.texts.Line;
import org.jspecify.annotations.Nullable;

/**
 * What a person's place in a case is to be.
 *
 * @param name 1 to 200 characters
 * @param roles those held from now on; none takes the person off the case
 */
public record SetPlace(
    String name, @Nullable AgencyId agency, @Nullable List<@Nullable CaseRole> roles) {
  static final int MAX_NAME = 200;

  public SetPlace {
    name = Line.require("name", name, MAX_NAME);
    if (roles == null) {
      throw Problem.invalid("roles", "is missing.");
    }
    if (roles.size() > CaseRole.values().length || roles.stream().anyMatch(role -> role == null)) {
      throw Problem.invalid("roles", "must be a list of different roles.");
    }
  }

  /** The roles, each once. */
  Set<CaseRole> roleSet() {
    Set<CaseRole> set = EnumSet.noneOf(CaseRole.class);
    if (roles != null) {
      roles.forEach(role -> {
        if (role != null) {
          set.add(role);
        }
      });
    }
    return set;
  }
}
