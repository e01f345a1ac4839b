package org.cordon.access.policies;

/**
 * Something that proceedings, declarations or lists say of a person, for each case in which it
 * holds. What follows from it stands in the policies.
 */
public enum CaseFact {
  /**
   * Proceedings with a wall are live, and the person is a possible witness or a suspect in them
   * (rules 2 and 3).
   */
  WALLED,
  /** Criminal proceedings are live and their early discussion is not on record (rule 17). */
  UNDISCUSSED,
  /** A charging decision is pending and the CPS has not agreed to a release (rule 20). */
  CHARGING_PENDING,
  /** The person declared to have no direct involvement in the investigation (rule 14). */
  DECLARED,
  /** The person is on the list of investigators (rule 14). */
  INVESTIGATOR;

  /** The attribute of {@code principal.situation} that holds the cases of this fact. */
  String attribute() {
    return CamelCase.of(this);
  }
}
