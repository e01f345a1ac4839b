package org.cordon.access.decisions;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.cordon.access.policies.CaseFact;
import org.cordon.access.policies.PersonFacts;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;

/** Where decisions take from what proceedings, standings, declarations and lists say of people. */
public interface PositionsHeld {

  /**
   * What holds of each of these people, in the cases in which they have a role, as of a moment.
   * Somebody of whom nothing holds may be missing.
   */
  Map<PersonId, Map<CaseFact, Set<CaseId>>> positionsOf(
      Collection<PersonFacts> people, Moment moment);
}
