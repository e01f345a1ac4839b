package org.cordon.access.decisions;

import java.util.Map;
import java.util.Set;
import org.cordon.access.policies.PersonFacts;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;

/** Where decisions take the roles and agencies of people from. */
public interface RolesHeld {

  /**
   * The roles in cases and in the organisation and the agencies of each of these people as of a
   * moment, in one query; all are answered.
   */
  Map<PersonId, PersonFacts> rolesOf(Set<PersonId> people, Moment moment);

  /** Everyone who holds a role in the case now. */
  Set<PersonId> peopleIn(CaseId caseId);
}
