package org.cordon.evidence.conversations;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cordon.platform.ids.ConversationId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.texts.Line;
import org.cordon.platform.texts.Prose;
import org.jspecify.annotations.Nullable;

/**
 * The command to plan a conversation. Whether the people may hold it is {@link Conductors}' to say.
 *
 * @param conductors two different people, neither the participant
 */
record PlanConversation(
    PersonId participant,
    ConversationForm form,
    List<PersonId> conductors,
    Instant at,
    String place,
    Optional<String> timeChosenBy,
    Optional<String> purposeTold,
    Optional<String> present,
    Optional<ConversationId> followUpOf) {
  static final int MAX_PLACE = 300;
  static final int MAX_CHOSEN_BY = 200;
  static final int MAX_PURPOSE = 2_000;
  static final int MAX_PRESENT = 1_000;
  private static final Duration FURTHEST = Duration.ofDays(2 * 366);

  PlanConversation {
    conductors = List.copyOf(conductors);
  }

  /**
   * A plan as a caller describes it.
   *
   * @param at from two years before now to two years after
   * @param place one line, at most {@value #MAX_PLACE} characters
   * @param timeChosenBy one line, at most {@value #MAX_CHOSEN_BY} characters; needed with family
   * @param purposeTold at most {@value #MAX_PURPOSE} characters
   * @param present at most {@value #MAX_PRESENT} characters
   */
  record WantedConversation(
      @Nullable PersonId participant,
      @Nullable ConversationForm form,
      @Nullable List<@Nullable PersonId> conductors,
      @Nullable Instant at,
      @Nullable String place,
      @Nullable String timeChosenBy,
      @Nullable String purposeTold,
      @Nullable String present,
      @Nullable ConversationId followUpOf) {

    /**
     * Holds everything against its limit.
     *
     * @throws Problem INVALID, saying which field does not fit and what would
     */
    PlanConversation checked(Instant now) {
      PersonId who = Problem.require("participant", participant);
      ConversationForm how = Problem.require("form", form);
      return new PlanConversation(
          who,
          how,
          two(who),
          near(Problem.require("at", at), now),
          Line.require("place", place, MAX_PLACE),
          chosenBy(how),
          Prose.find("purposeTold", purposeTold, MAX_PURPOSE),
          Prose.find("present", present, MAX_PRESENT),
          Optional.ofNullable(followUpOf));
    }

    private List<PersonId> two(PersonId who) {
      List<@Nullable PersonId> named = Problem.require("conductors", conductors);
      Set<PersonId> different = new HashSet<>();
      for (PersonId each : named) {
        if (each != null) {
          different.add(each);
        }
      }
      if (named.size() != 2 || different.size() != 2) {
        throw Problem.invalid("conductors", "must be two different people.");
      }
      if (different.contains(who)) {
        throw Problem.invalid("conductors", "must not name the person who is talked with.");
      }
      return named.stream().map(each -> Problem.require("conductors", each)).toList();
    }

    private static Instant near(Instant at, Instant now) {
      if (Duration.between(now, at).abs().compareTo(FURTHEST) > 0) {
        throw Problem.invalid("at", "must be within two years of today.");
      }
      return at;
    }

    private Optional<String> chosenBy(ConversationForm how) {
      boolean blank = timeChosenBy == null || timeChosenBy.isBlank();
      if (blank && how == ConversationForm.FAMILY) {
        throw Problem.invalid(
            "timeChosenBy",
            "is missing. With family, the time and the place are theirs to choose: say who chose.");
      }
      return blank
          ? Optional.empty()
          : Optional.of(Line.require("timeChosenBy", timeChosenBy, MAX_CHOSEN_BY));
    }
  }
}
