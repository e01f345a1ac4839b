package org.cordon.evidence.meetings;

import java.util.Collection;
import java.util.List;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.CaseAction;
import org.cordon.platform.access.CaseSituation;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.springframework.stereotype.Component;

/**
 * Who can be at a meeting. A meeting is one with practitioners by its kind, or because one of them
 * is there.
 */
@Component
class Guests {
  private static final String[] PRACTITIONERS = {"CASE_GROUP_MEMBER", "FAMILY_MEMBER"};

  private final AccessClient access;

  Guests(AccessClient access) {
    this.access = access;
  }

  /**
   * Asks whether these people may be at a meeting of that kind, as somebody arranges it.
   *
   * @param known those who were on its list before: they may have left the case meanwhile
   * @throws Problem INVALID when somebody is not in the case; FORBIDDEN when a practitioner is
   *     among them and practitioners are not met yet (rule 17)
   */
  void require(
      PersonId arranger,
      CaseId caseId,
      MeetingKind kind,
      Collection<PersonId> people,
      Collection<PersonId> known) {
    if (people.isEmpty()) {
      return;
    }
    CaseSituation situation = access.situation(caseId);
    if (people.stream()
        .anyMatch(person -> !known.contains(person) && situation.find(person).isEmpty())) {
      throw Problem.invalid("invited", "names somebody who is not in the case.");
    }
    if (!kind.isWithPractitioners() && !practitioners(situation, people).isEmpty()) {
      requirePractitionersMet(arranger, caseId);
    }
  }

  /**
   * Asks whether somebody may meet practitioners now.
   *
   * @throws Problem FORBIDDEN when they may not (rule 17); whoever comes here arranges meetings
   */
  void requirePractitionersMet(PersonId arranger, CaseId caseId) {
    if (!access.decideInCase(arranger, CaseAction.MEET_PRACTITIONERS, caseId).permitted()) {
      throw new Problem(
          Problem.Kind.FORBIDDEN,
          "Criminal proceedings are live in this case, and the early discussion between the chair,"
              + " the police and the CPS is not on record yet. Until it is, there is no meeting"
              + " with practitioners.");
    }
  }

  /** Those of them who worked with the family or belong to it: what they say is their account. */
  List<PersonId> practitioners(CaseId caseId, Collection<PersonId> people) {
    return people.isEmpty() ? List.of() : practitioners(access.situation(caseId), people);
  }

  private static List<PersonId> practitioners(
      CaseSituation situation, Collection<PersonId> people) {
    return people.stream()
        .filter(person ->
            situation.find(person).filter(place -> place.isAny(PRACTITIONERS)).isPresent())
        .toList();
  }
}
