package org.cordon.gateway.conversations;

import java.util.Arrays;
import java.util.List;
import org.cordon.gateway.cases.CaseRole;
import org.cordon.gateway.pages.Choice;

/** With whom a conversation is held, and so who holds it (rule 9). */
public enum ConversationForm {
  PRACTITIONER(
      "With a practitioner",
      "Two members of the review team hold it",
      CaseRole.CASE_GROUP_MEMBER,
      "Two members of the review team"),
  FAMILY(
      "With family",
      "The family liaison and a reviewer hold it, when and where the family chooses",
      CaseRole.FAMILY_MEMBER,
      "The family liaison and a member of the review team");

  private final String title;
  private final String means;
  private final CaseRole participant;
  private final String holders;

  ConversationForm(String title, String means, CaseRole participant, String holders) {
    this.title = title;
    this.means = means;
    this.participant = participant;
    this.holders = holders;
  }

  /** For example "With family". */
  public String title() {
    return title;
  }

  /** Who holds it, for whoever may not know their names. */
  public String holders() {
    return holders;
  }

  /** Whether it is with family. */
  public boolean isWithFamily() {
    return this == FAMILY;
  }

  /** What somebody is with whom it is held. */
  CaseRole participant() {
    return participant;
  }

  /** Whether people with these roles can hold it. */
  boolean isHeldBy(List<CaseRole> roles) {
    return roles.contains(CaseRole.LEAD_REVIEWER)
        || roles.contains(CaseRole.REVIEW_TEAM_MEMBER)
        || (this == FAMILY && roles.contains(CaseRole.FAMILY_LIAISON));
  }

  /** Both, to choose from. */
  static List<Choice> choices() {
    return Arrays.stream(values()).map(it -> new Choice(it.name(), it.title, it.means)).toList();
  }
}
