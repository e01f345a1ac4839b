package org.cordon.access.proceedings;

import java.util.Map;
import org.cordon.access.decisions.Reader;
import org.cordon.platform.ids.PersonId;

/**
 * Puts the names of those who wrote them beside what was recorded, and leaves out the texts that
 * are not the reader's.
 */
record Written(Map<PersonId, String> names, Reader reader) {

  ProceedingsSummary.State of(ProceedingsState state) {
    return new ProceedingsSummary.State(
        state.status(),
        state.walled(),
        state.since(),
        reader.reason(state.note(), state.recordedBy()),
        state.recordedAt(),
        state.recordedBy(),
        names.get(state.recordedBy()));
  }

  ProceedingsSummary.Matter of(ProceedingsSummary.Matter matter) {
    return new ProceedingsSummary.Matter(
        matter.name(),
        reader.term(matter.description(), matter.by()),
        matter.recordedAt(),
        matter.by(),
        names.get(matter.by()));
  }

  ProceedingsSummary.EarlyDiscussion of(ProceedingsSummary.EarlyDiscussion discussion) {
    return new ProceedingsSummary.EarlyDiscussion(
        discussion.heldOn(),
        reader.term(discussion.participants(), discussion.by()),
        reader.term(discussion.timing(), discussion.by()),
        reader.term(discussion.conduct(), discussion.by()),
        reader.term(discussion.contributors(), discussion.by()),
        discussion.recordedAt(),
        discussion.by(),
        names.get(discussion.by()));
  }

  ProceedingsSummary.ChargingAgreement of(ProceedingsSummary.ChargingAgreement agreement) {
    return new ProceedingsSummary.ChargingAgreement(
        agreement.agreedBy(),
        reader.reason(agreement.reason(), agreement.by()),
        agreement.recordedAt(),
        agreement.by(),
        names.get(agreement.by()));
  }
}
