package org.cordon.access.policies;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.security.OrganisationRole;

/**
 * What the policies may know of a person.
 *
 * @param roles for each role the cases in which the person holds it; a role that is missing is held
 *     nowhere
 */
public record PersonFacts(
    PersonId person, Set<OrganisationRole> organisationRoles, Map<CaseRole, Set<CaseId>> roles) {
  public PersonFacts {
    organisationRoles = Set.copyOf(organisationRoles);
    Map<CaseRole, Set<CaseId>> copy = new EnumMap<>(CaseRole.class);
    roles.forEach((role, cases) -> copy.put(role, Set.copyOf(cases)));
    roles = Map.copyOf(copy);
  }

  /** Somebody of whom nothing is known but an id. */
  public static PersonFacts unknown(PersonId person) {
    return new PersonFacts(person, Set.of(), Map.of());
  }

  /** Every case in which the person holds a role. */
  public Set<CaseId> cases() {
    return roles.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
  }

  /** The roles held in one case, in the order of the matrix. */
  public Set<CaseRole> rolesIn(CaseId caseId) {
    return roles.entrySet().stream()
        .filter(held -> held.getValue().contains(caseId))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(() -> java.util.EnumSet.noneOf(CaseRole.class)));
  }
}
