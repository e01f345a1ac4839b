package org.cordon.access.disclosures;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.DisclosureId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * A disclosure as it is shown.
 *
 * @param expires until when it may be shown, while it is approved
 * @param moved what it touches moved since it was asked for or last decided on, newest first: what
 *     was looked at then is not what holds now (rule 16)
 * @param history newest first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DisclosureSummary(
    DisclosureId id,
    @JsonProperty("case") CaseId caseId,
    VersionId version,
    PersonId recipient,
    @Nullable String recipientName,
    String purpose,
    PersonId requester,
    @Nullable String requesterName,
    Instant requestedAt,
    DisclosureState state,
    @Nullable Instant expires,
    List<DisclosureMove> moved,
    List<Step> history) {
  public DisclosureSummary {
    moved = List.copyOf(moved);
    history = List.copyOf(history);
  }

  /** The same without how it came to be and what moved since. */
  DisclosureSummary withoutHistory() {
    return with(List.of(), List.of());
  }

  /** The same with the reasons of this person alone, and those that Cordon gave. */
  DisclosureSummary withReasonsOf(PersonId author) {
    return with(
        moved,
        history.stream()
            .map(
                step -> step.by() == null || step.by().equals(author) ? step : step.withoutReason())
            .toList());
  }

  private DisclosureSummary with(List<DisclosureMove> shownMoves, List<Step> shownHistory) {
    return new DisclosureSummary(
        id,
        caseId,
        version,
        recipient,
        recipientName,
        purpose,
        requester,
        requesterName,
        requestedAt,
        state,
        expires,
        shownMoves,
        shownHistory);
  }

  /**
   * One state that it was in.
   *
   * @param reason null where it is another's and not open to whoever looks; then no consultation is
   *     shown either
   * @param by null where Cordon suspended it
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Step(
      DisclosureState state,
      @Nullable String reason,
      List<Consultation> consultations,
      @Nullable Instant expires,
      Instant recordedAt,
      @Nullable PersonId by,
      @Nullable String byName) {
    public Step {
      consultations = List.copyOf(consultations);
    }

    /** The same without what was thought and said about it. */
    Step withoutReason() {
      return new Step(state, null, List.of(), expires, recordedAt, by, byName);
    }
  }

  /** Whom the officer asked, when, and what they said (rule 15). */
  public record Consultation(String who, LocalDate on, String said) {}
}
