package org.cordon.access.decisions;

import java.util.Map;
import java.util.Set;
import org.cordon.access.policies.PersonFacts;
import org.cordon.platform.ids.PersonId;

/** Where decisions take the facts about people from. */
public interface RolesHeld {

  /** The facts about each of these people as they are now, in one query; all are answered. */
  Map<PersonId, PersonFacts> factsOf(Set<PersonId> people);

  /** The same for one person. */
  default PersonFacts factsOf(PersonId person) {
    return factsOf(Set.of(person)).getOrDefault(person, PersonFacts.unknown(person));
  }
}
