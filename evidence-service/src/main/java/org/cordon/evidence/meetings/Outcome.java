package org.cordon.evidence.meetings;

import java.util.List;
import org.cordon.platform.ids.PersonId;

/**
 * What came of sending invitations, or of putting attendance on record.
 *
 * @param people to whom it went, or who are on record; nobody when it was not done
 * @param needDecision those who could not read every paper: it takes the approving officer's
 *     decision before they are shown them (rule 18)
 */
record Outcome(List<PersonId> people, List<PersonId> needDecision) {
  Outcome {
    people = List.copyOf(people);
    needDecision = List.copyOf(needDecision);
  }
}
