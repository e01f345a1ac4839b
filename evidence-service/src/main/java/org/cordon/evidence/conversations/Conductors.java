package org.cordon.evidence.conversations;

import java.util.List;
import org.cordon.platform.access.CaseSituation;
import org.cordon.platform.access.CaseSituation.CasePerson;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;

/** Who may hold a conversation with whom: rule 9. */
final class Conductors {
  private static final String[] REVIEWER = {"LEAD_REVIEWER", "REVIEW_TEAM_MEMBER"};

  private Conductors() {}

  /**
   * Whether one of the two comes from the participant's agency, once it is sure that they may hold
   * it.
   *
   * @throws Problem INVALID, saying who does not fit and what would
   */
  static ConductorMix check(PlanConversation plan, CaseSituation situation) {
    CasePerson participant = participant(plan, situation);
    List<CasePerson> conductors =
        plan.conductors().stream().map(it -> conductor(it, situation)).toList();
    boolean fits =
        switch (plan.form()) {
          case PRACTITIONER -> conductors.stream().allMatch(it -> it.isAny(REVIEWER));
          case FAMILY -> isLiaisonAndReviewer(conductors);
        };
    if (!fits) {
      throw Problem.invalid(
          "conductors",
          switch (plan.form()) {
            case PRACTITIONER -> "must both be members of the review team or the lead reviewer.";
            case FAMILY ->
                "must be the family liaison and a member of the review team or the lead reviewer.";
          });
    }
    return ConductorMix.of(participant, conductors);
  }

  private static CasePerson participant(PlanConversation plan, CaseSituation situation) {
    String role =
        switch (plan.form()) {
          case PRACTITIONER -> "CASE_GROUP_MEMBER";
          case FAMILY -> "FAMILY_MEMBER";
        };
    return situation
        .find(plan.participant())
        .filter(it -> it.isAny(role))
        .orElseThrow(() ->
            Problem.invalid(
                "participant",
                switch (plan.form()) {
                  case PRACTITIONER -> "must be a member of the case group of this case.";
                  case FAMILY -> "must be a family member in this case.";
                }));
  }

  private static CasePerson conductor(PersonId person, CaseSituation situation) {
    return situation
        .find(person)
        .orElseThrow(() -> Problem.invalid("conductors", "must be people of this case."));
  }

  private static boolean isLiaisonAndReviewer(List<CasePerson> conductors) {
    CasePerson one = conductors.getFirst();
    CasePerson other = conductors.getLast();
    return (one.isAny("FAMILY_LIAISON") && other.isAny(REVIEWER))
        || (other.isAny("FAMILY_LIAISON") && one.isAny(REVIEWER));
  }
}
