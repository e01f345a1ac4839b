package org.cordon.access.policies;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.security.OrganisationRole;

/**
 * What the policies may know of a person.
 *
 * @param roles for each role the cases in which the person holds it; a role that is missing is held
 *     nowhere
 * @param agencies those for which the person takes part in cases
 * @param situation for each fact the cases in which it holds of the person
 * @param disclosures the versions that an effective disclosure opens to the person
 */
public record PersonFacts(
    PersonId person,
    Set<OrganisationRole> organisationRoles,
    Map<CaseRole, Set<CaseId>> roles,
    Set<AgencyId> agencies,
    Map<CaseFact, Set<CaseId>> situation,
    Set<VersionId> disclosures) {
  public PersonFacts {
    organisationRoles = Set.copyOf(organisationRoles);
    roles = copy(CaseRole.class, roles);
    agencies = Set.copyOf(agencies);
    situation = copy(CaseFact.class, situation);
    disclosures = Set.copyOf(disclosures);
  }

  /** Somebody of whom only the roles are known; where nothing is live that is all there is. */
  public PersonFacts(
      PersonId person, Set<OrganisationRole> organisationRoles, Map<CaseRole, Set<CaseId>> roles) {
    this(person, organisationRoles, roles, Set.of(), Map.of(), Set.of());
  }

  private static <E extends Enum<E>> Map<E, Set<CaseId>> copy(
      Class<E> type, Map<E, Set<CaseId>> cases) {
    Map<E, Set<CaseId>> copy = new EnumMap<>(type);
    cases.forEach((member, held) -> copy.put(member, Set.copyOf(held)));
    return Map.copyOf(copy);
  }

  /** Somebody of whom nothing is known but an id. */
  public static PersonFacts unknown(PersonId person) {
    return new PersonFacts(person, Set.of(), Map.of());
  }

  /** The same with what proceedings, declarations and lists say. */
  public PersonFacts in(Map<CaseFact, Set<CaseId>> position) {
    return new PersonFacts(person, organisationRoles, roles, agencies, position, disclosures);
  }

  /** The same with these effective disclosures. */
  public PersonFacts shown(Set<VersionId> versions) {
    return new PersonFacts(person, organisationRoles, roles, agencies, situation, versions);
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
