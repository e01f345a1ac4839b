package org.cordon.evidence.conversations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.cordon.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * How a conversation is to be held, as of its newest revision.
 *
 * @param revision 1 when it was first planned, then one more with each change
 * @param mix as things were when this revision was written
 * @param timeChosenBy who chose the time and the place; always there with family
 * @param purposeTold what the participant was told it is for
 * @param present who else is to be there
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ConversationPlan(
    int revision,
    List<PersonId> conductors,
    ConductorMix mix,
    Instant at,
    String place,
    @Nullable String timeChosenBy,
    @Nullable String purposeTold,
    @Nullable String present,
    Instant plannedAt,
    PersonId plannedBy) {
  public ConversationPlan {
    conductors = List.copyOf(conductors);
  }

  /** The value of {@code ETag}: its revision in quotes. */
  String entityTag() {
    return "\"" + revision + "\"";
  }
}
