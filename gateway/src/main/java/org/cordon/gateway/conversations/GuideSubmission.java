package org.cordon.gateway.conversations;

import java.time.Instant;
import java.util.UUID;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * A version of a guide that was put before the approving officer.
 *
 * @param decision null while they have not decided
 */
public record GuideSubmission(
    UUID id,
    VersionId version,
    int number,
    Instant submittedAt,
    PersonId submittedBy,
    @Nullable Decision decision) {

  /** What became of it. */
  public enum Outcome {
    APPROVED("Approved"),
    SENT_BACK("Sent back");

    private final String title;

    Outcome(String title) {
      this.title = title;
    }

    /** For example "Approved". */
    public String title() {
      return title;
    }
  }

  /** What the officer decided, and why. */
  public record Decision(Outcome decision, @Nullable String reason, Instant at, PersonId by) {}
}
