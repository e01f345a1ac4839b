package org.cordon.access.proceedings;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.ProceedingsId;
import org.jspecify.annotations.Nullable;

/**
 * Proceedings as they are shown. Notes, reasons, descriptions and terms are null where they are
 * somebody else's and not open to whoever looks.
 *
 * @param since the day in the world from which the status holds
 * @param history newest first
 * @param may what the caller may do with them: {@code tighten}, {@code manage}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ProceedingsSummary(
    ProceedingsId id,
    ProceedingsKind kind,
    String title,
    ProceedingsStatus status,
    boolean walled,
    boolean live,
    LocalDate since,
    int revision,
    List<State> history,
    List<Matter> matters,
    @Nullable EarlyDiscussion earlyDiscussion,
    @Nullable ChargingAgreement chargingAgreement,
    List<String> may) {
  public ProceedingsSummary {
    history = List.copyOf(history);
    matters = List.copyOf(matters);
    may = List.copyOf(may);
  }

  /** The entity tag (RFC 9110). */
  String entityTag() {
    return "\"" + revision + "\"";
  }

  /** One state of the history. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record State(
      ProceedingsStatus status,
      boolean walled,
      LocalDate since,
      @Nullable String note,
      Instant recordedAt,
      PersonId by,
      @Nullable String byName) {}

  /** A fact in issue. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Matter(
      String name,
      @Nullable String description,
      Instant recordedAt,
      PersonId by,
      @Nullable String byName) {}

  /** The newest early discussion on record. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record EarlyDiscussion(
      LocalDate heldOn,
      @Nullable String participants,
      @Nullable String timing,
      @Nullable String conduct,
      @Nullable String contributors,
      Instant recordedAt,
      PersonId by,
      @Nullable String byName) {}

  /** The CPS's agreement to a release, while it counts. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ChargingAgreement(
      String agreedBy,
      @Nullable String reason,
      Instant recordedAt,
      PersonId by,
      @Nullable String byName) {}
}
