package org.cordon.access.disclosures;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.texts.Line;
import org.cordon.platform.texts.Prose;
import org.jspecify.annotations.Nullable;

/**
 * The officer's decision (rule 15).
 *
 * @param state what it makes of the disclosure: REFERRED, APPROVED or REFUSED
 * @param reason 1 to 4,000 characters
 * @param consultations at most 50
 * @param expires until when it may be shown, at most a year on; with an approval and only with one
 */
public record DecideDisclosure(
    DisclosureState state,
    String reason,
    List<DisclosureSummary.Consultation> consultations,
    @Nullable Instant expires) {
  private static final int MAX_REASON = 4_000;
  private static final int MAX_WHO = 200;
  private static final int MAX_CONSULTATIONS = 50;
  private static final Duration LONGEST = Duration.ofDays(366);

  public DecideDisclosure {
    consultations = List.copyOf(consultations);
  }

  /** What an officer decides. */
  enum Decision {
    APPROVE(DisclosureState.APPROVED),
    REFUSE(DisclosureState.REFUSED),
    REFER(DisclosureState.REFERRED);

    private final DisclosureState state;

    Decision(DisclosureState state) {
      this.state = state;
    }
  }

  /** A consultation as a caller describes it. */
  record WantedConsultation(@Nullable String who, @Nullable LocalDate on, @Nullable String said) {}

  /** A decision as a caller describes it; looked at once the caller may decide. */
  record WantedDecision(
      @Nullable Decision decision,
      @Nullable String reason,
      @Nullable List<@Nullable WantedConsultation> consultations,
      @Nullable Instant expires) {

    /**
     * Checks and cleans.
     *
     * @throws Problem INVALID when something is missing or does not fit
     */
    DecideDisclosure checked(Instant now) {
      Decision made =
          Optional.ofNullable(decision)
              .orElseThrow(() -> Problem.invalid("decision", "is missing."));
      if ((made == Decision.APPROVE) != (expires != null)) {
        throw Problem.invalid("expires", "must be given with an approval, and only with one.");
      }
      if (expires != null && (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST)))) {
        throw Problem.invalid("expires", "must lie in the future, at most a year from now.");
      }
      return new DecideDisclosure(
          made.state, Prose.require("reason", reason, MAX_REASON), consulted(now), expires);
    }

    private List<DisclosureSummary.Consultation> consulted(Instant now) {
      List<DisclosureSummary.Consultation> consulted = new ArrayList<>();
      for (WantedConsultation one : Optional.ofNullable(consultations).orElse(List.of())) {
        if (one == null || one.on() == null || consulted.size() == MAX_CONSULTATIONS) {
          throw Problem.invalid(
              "consultations",
              "must be at most " + MAX_CONSULTATIONS + ", each with who, on and said.");
        }
        if (one.on().isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1))) {
          throw Problem.invalid("consultations", "must not lie in the future.");
        }
        consulted.add(
            new DisclosureSummary.Consultation(
                Line.require("consultations", one.who(), MAX_WHO),
                one.on(),
                Prose.require("consultations", one.said(), MAX_REASON)));
      }
      return consulted;
    }
  }
}
