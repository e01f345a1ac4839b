package org.cordon.gateway.conversations;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.cordon.gateway.cases.OneCase;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as far as whoever looks may see it.
 *
 * @param guide null while there is none, and for who does not see it
 * @param recorded whether there is a record that whoever looks may read
 * @param followUps those that follow it up
 * @param exposedTo what the participant has been shown so far; null for who does not see that
 */
public record Conversation(
    ConversationId id,
    @JsonProperty("case") CaseId caseId,
    PersonId participant,
    ConversationForm form,
    @Nullable ConversationId followUpOf,
    Plan plan,
    @Nullable Guide guide,
    boolean recorded,
    List<ConversationId> followUps,
    @Nullable ExposedTo exposedTo) {

  /** How it is to be held. */
  public record Plan(
      int revision,
      List<PersonId> conductors,
      Mix mix,
      Instant at,
      String place,
      @Nullable String timeChosenBy,
      @Nullable String purposeTold,
      @Nullable String present) {}

  /** Whether those who hold it come from the participant's agency (rule 9). */
  public enum Mix {
    MIXED("Mixed: at least one of them is from the participant’s agency"),
    INDEPENDENT("Independent: neither of them is from the participant’s agency");

    private final String words;

    Mix(String words) {
      this.words = words;
    }

    /** In words. */
    public String words() {
      return words;
    }
  }

  /** Its guide, and what was put before the approving officer, newest first. */
  public record Guide(ItemId paper, List<GuideSubmission> submissions) {}

  /** What the participant has been shown, the last one first. */
  public record ExposedTo(List<Shown> shown) {}

  /** One version that they were shown, and when they were last. */
  public record Shown(VersionId version, ItemId item, int number, String title, Instant at) {}

  /** What was put before the approving officer last, or null. */
  public @Nullable GuideSubmission submission() {
    return guide == null || guide.submissions().isEmpty() ? null : guide.submissions().getFirst();
  }

  /** Whether the last guide that was put before the officer is approved. */
  public boolean hasApprovedGuide() {
    GuideSubmission newest = submission();
    return newest != null
        && newest.decision() != null
        && newest.decision().decision() == GuideSubmission.Outcome.APPROVED;
  }

  /** How far it has come. */
  ConversationState state(Instant now) {
    GuideSubmission newest = submission();
    if (recorded) {
      return ConversationState.RECORDED;
    }
    if (newest != null && newest.decision() == null) {
      return ConversationState.GUIDE_SUBMITTED;
    }
    if (newest != null && !hasApprovedGuide()) {
      return ConversationState.GUIDE_SENT_BACK;
    }
    if (plan.at().isBefore(now)) {
      return ConversationState.DUE;
    }
    return newest == null ? ConversationState.PLANNED : ConversationState.GUIDE_APPROVED;
  }

  /** What whoever looks can do next, in words. */
  String next(ConversationState state, OneCase one, boolean theirs) {
    boolean writes = one.may(ConversationsPage.WRITE);
    return switch (state) {
      case PLANNED -> writes ? "Write the guide" : "Wait for the day";
      case GUIDE_SUBMITTED ->
          one.may(ConversationsPage.APPROVE)
              ? "Decide on the guide"
              : "Wait for the approving officer’s decision";
      case GUIDE_SENT_BACK ->
          writes ? "Change the guide and submit it again" : "Wait for another guide";
      case GUIDE_APPROVED -> writes ? "Hold the conversation" : "Wait for the day";
      case DUE -> writes ? "Write the record" : "Wait for the record";
      case RECORDED -> theirs ? "Read your record and say whether it is right" : "Read the record";
    };
  }
}
