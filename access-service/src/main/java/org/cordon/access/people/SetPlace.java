package org.cordon.access.people;

import java.util.EnumSet;
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
public record SetPlace(String name, @Nullable AgencyId agency, Set<CaseRole> roles) {
  private static final int MAX_NAME = 200;

  /**
   * Checks and copies.
   *
   * @throws Problem INVALID when the name is no line
   */
  public SetPlace {
    name = Line.require("name", name, MAX_NAME);
    Set<CaseRole> copy = EnumSet.noneOf(CaseRole.class);
    copy.addAll(roles);
    roles = copy;
  }
}
