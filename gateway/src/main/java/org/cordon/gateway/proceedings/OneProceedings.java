package org.cordon.gateway.proceedings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cordon.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Proceedings beside a case, with everything on record about them.
 *
 * @param walled whether they keep one witness's account from another while they are live
 * @param history newest first
 * @param may what whoever looks may do: "tighten", "manage"
 * @param revision to name when changing them, so that nobody overwrites a change they did not see
 */
public record OneProceedings(
    String id,
    ProceedingsKind kind,
    String title,
    ProceedingsStatus status,
    boolean walled,
    boolean live,
    LocalDate since,
    List<StatusChange> history,
    List<Matter> matters,
    @Nullable EarlyDiscussion earlyDiscussion,
    @Nullable ChargingAgreement chargingAgreement,
    List<String> may,
    long revision) {

  /** A state that proceedings were in from a day on. */
  public record StatusChange(
      ProceedingsStatus status,
      boolean walled,
      LocalDate since,
      @Nullable String note,
      Instant recordedAt,
      @Nullable PersonId by,
      @Nullable String byName) {}

  /** A fact in issue. */
  public record Matter(
      String name,
      @Nullable String description,
      Instant recordedAt,
      @Nullable PersonId by,
      @Nullable String byName) {}

  /** What chair, police and CPS agreed on before anything else takes place (rule 17). */
  public record EarlyDiscussion(
      LocalDate heldOn,
      @Nullable String participants,
      @Nullable String timing,
      @Nullable String conduct,
      @Nullable String contributors,
      Instant recordedAt,
      @Nullable PersonId by,
      @Nullable String byName) {}

  /** The CPS's agreement to releases while a charging decision is pending (rule 20). */
  public record ChargingAgreement(
      String agreedBy,
      @Nullable String reason,
      Instant recordedAt,
      @Nullable PersonId by,
      @Nullable String byName) {}

  /** Whether whoever looks may move them towards more protection. */
  public boolean mayTighten() {
    return may.contains("tighten") || may.contains("manage");
  }

  /** Whether whoever looks may move them in every direction. */
  public boolean mayManage() {
    return may.contains("manage");
  }

  /** Whether they keep witnesses apart now. */
  public boolean keepsApart() {
    return live && walled;
  }
}
