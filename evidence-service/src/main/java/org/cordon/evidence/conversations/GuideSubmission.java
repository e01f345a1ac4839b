package org.cordon.evidence.conversations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * A version of a guide that was put before the approving officer (rule 10).
 *
 * @param decision null while they have not decided
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record GuideSubmission(
    UUID id,
    VersionId version,
    int number,
    Instant submittedAt,
    PersonId submittedBy,
    @Nullable GuideDecision decision) {

  /** What became of it. */
  public enum Outcome {
    APPROVED,
    SENT_BACK
  }

  /**
   * The officer's decision.
   *
   * @param reason at most 2,000 characters; always there when it was sent back
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record GuideDecision(Outcome decision, @Nullable String reason, Instant at, PersonId by) {}

  /** Whether it may be used. */
  boolean isApproved() {
    return decision != null && decision.decision() == Outcome.APPROVED;
  }
}
