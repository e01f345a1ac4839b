package org.cordon.access.policies;

/**
 * A role that a person holds in one case. What it opens stands in the policies and nowhere else.
 */
public enum CaseRole {
  LEAD_REVIEWER,
  REVIEW_TEAM_MEMBER,
  APPROVING_OFFICER,
  LEGAL_ADVISER,
  BUSINESS_MANAGER,
  CASE_GROUP_MEMBER,
  FAMILY_LIAISON,
  BOARD_MEMBER,
  FAMILY_MEMBER,
  AUDITOR;

  /** The attribute of {@code principal.roles} that holds the cases of this role. */
  String attribute() {
    return CamelCase.of(this);
  }
}
