package org.cordon.evidence.conversations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;

/** A conversation and its plan: what the participant sees of it too. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ConversationSummary(
    ConversationId id,
    @JsonProperty("case") CaseId caseId,
    PersonId participant,
    ConversationForm form,
    @Nullable ConversationId followUpOf,
    ConversationPlan plan) {

  static ConversationSummary of(Conversation conversation) {
    return new ConversationSummary(
        conversation.id(),
        conversation.caseId(),
        conversation.participant(),
        conversation.form(),
        conversation.followUpOf().orElse(null),
        conversation.plan());
  }
}
