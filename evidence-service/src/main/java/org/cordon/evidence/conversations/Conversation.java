package org.cordon.evidence.conversations;

import java.util.Optional;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.PersonId;

/**
 * A conversation that is planned or was held.
 *
 * @param followUpOf the earlier one with the same participant that it follows up
 */
record Conversation(
    ConversationId id,
    CaseId caseId,
    PersonId participant,
    ConversationForm form,
    Optional<ConversationId> followUpOf,
    ConversationPlan plan) {

  /** Whether this person is one of the two who hold it. */
  boolean isHeldBy(PersonId person) {
    return plan.conductors().contains(person);
  }

  /** Whether this person takes part in it, on either side. */
  boolean involves(PersonId person) {
    return participant.equals(person) || isHeldBy(person);
  }
}
