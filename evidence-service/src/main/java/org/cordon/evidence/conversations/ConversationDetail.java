package org.cordon.evidence.conversations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.ItemId;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with what belongs to it.
 *
 * @param guide its guide; null while there is none, and for who does not see it
 * @param recorded whether there is a record that whoever looks may read
 * @param followUps those that follow it up
 * @param exposedTo what the participant has been shown so far; null for who does not see that
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ConversationDetail(
    @JsonUnwrapped ConversationSummary conversation,
    @Nullable Guide guide,
    boolean recorded,
    List<ConversationId> followUps,
    @Nullable ExposedTo exposedTo) {
  public ConversationDetail {
    followUps = List.copyOf(followUps);
  }

  /**
   * The guide of a conversation.
   *
   * @param paper its item
   * @param submissions what was put before the approving officer, newest first
   */
  public record Guide(ItemId paper, List<GuideSubmission> submissions) {
    public Guide {
      submissions = List.copyOf(submissions);
    }
  }
}
