package org.cordon.evidence.conversations;

import java.util.List;
import java.util.Objects;
import org.cordon.platform.access.CaseSituation.CasePerson;

/** Whether those who hold a conversation come from the participant's own agency (rule 9). */
public enum ConductorMix {
  /** At least one does. */
  MIXED,
  /** Neither does. */
  INDEPENDENT;

  static ConductorMix of(CasePerson participant, List<CasePerson> conductors) {
    boolean same =
        participant.agency() != null
            && conductors.stream()
                .anyMatch(it -> Objects.equals(it.agency(), participant.agency()));
    return same ? MIXED : INDEPENDENT;
  }
}
