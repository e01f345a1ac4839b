package org.cordon.access.proceedings;

import java.util.Map;
import org.cordon.platform.ids.PersonId;

/** Puts the names of those who wrote them beside what was recorded. */
record Written(Map<PersonId, String> names) {

  ProceedingsSummary.State of(ProceedingsState state) {
    return new ProceedingsSummary.State(
        state.status(),
        state.walled(),
        state.since(),
        state.note(),
        state.recordedAt(),
        state.recordedBy(),
        names.get(state.recordedBy()));
  }

  ProceedingsSummary.Matter of(ProceedingsSummary.Matter matter) {
    return new ProceedingsSummary.Matter(
        matter.name(),
        matter.description(),
        matter.recordedAt(),
        matter.by(),
        names.get(matter.by()));
  }

  ProceedingsSummary.EarlyDiscussion of(ProceedingsSummary.EarlyDiscussion discussion) {
    return new ProceedingsSummary.EarlyDiscussion(
        discussion.heldOn(),
        discussion.participants(),
        discussion.timing(),
        discussion.conduct(),
        discussion.contributors(),
        discussion.recordedAt(),
        discussion.by(),
        names.get(discussion.by()));
  }

  ProceedingsSummary.ChargingAgreement of(ProceedingsSummary.ChargingAgreement agreement) {
    return new ProceedingsSummary.ChargingAgreement(
        agreement.agreedBy(),
        agreement.reason(),
        agreement.recordedAt(),
        agreement.by(),
        names.get(agreement.by()));
  }
}
