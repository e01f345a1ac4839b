package org.cordon.gateway.cases;

/**
 * A role in a case, in words; what it opens is access-service's to decide and said here for people.
 */
public enum CaseRole {
  LEAD_REVIEWER(
      "Lead reviewer",
      "Leads the review team. Reads and adds documents, conversation records and working papers."),
  REVIEW_TEAM_MEMBER(
      "Review team member",
      "Searches and adds evidence, holds conversations, writes working papers."),
  APPROVING_OFFICER(
      "Approving officer",
      "Reads everything and decides what may be shown to whom. Must have no direct involvement in"
          + " the investigation."),
  LEGAL_ADVISER("Legal adviser", "Reads documents, conversation records and working papers."),
  BUSINESS_MANAGER(
      "Business manager",
      "Manages people and meetings and adds documents. Does not read the evidence."),
  CASE_GROUP_MEMBER(
      "Case group member",
      "Worked with the family. Reads their own account and what is circulated to them."),
  FAMILY_LIAISON(
      "Family liaison", "Keeps in touch with the family. Reads no documents and no accounts."),
  BOARD_MEMBER("Board member", "Reads the final report once it is published to the board."),
  FAMILY_MEMBER("Family member", "Reads only what is released to them."),
  AUDITOR("Auditor", "Reads the record of who has seen what, by number and not by name.");

  private final String title;
  private final String opens;

  CaseRole(String title, String opens) {
    this.title = title;
    this.opens = opens;
  }

  /** For example "Lead reviewer". */
  public String title() {
    return title;
  }

  /** One or two sentences on what the role opens, before any wall. */
  public String opens() {
    return opens;
  }
}
