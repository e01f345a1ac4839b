package org.cordon.gateway.standings;

/** A person's position in the proceedings, from the one that closes least to the one most. */
public enum Standing {
  RELEASED(
      "Released",
      "The approving officer says that they are not a witness. They are not kept from others’"
          + " accounts, even while proceedings are live.",
      "govuk-tag--green"),
  NONE("None", "They have no part in the proceedings.", "govuk-tag--grey"),
  POTENTIAL_WITNESS(
      "Potential witness",
      "They may be asked to give evidence. While proceedings are live they see nobody’s account but"
          + " their own.",
      "govuk-tag--yellow"),
  WITNESS(
      "Witness",
      "They give evidence. While proceedings are live they see nobody’s account but their own.",
      "govuk-tag--orange"),
  SUSPECT(
      "Suspect",
      "They are suspected or accused. While proceedings are live they see nobody’s account but their"
          + " own.",
      "govuk-tag--red");

  private final String title;
  private final String meaning;
  private final String tag;

  Standing(String title, String meaning, String tag) {
    this.title = title;
    this.meaning = meaning;
    this.tag = tag;
  }

  /** For example "Potential witness". */
  public String title() {
    return title;
  }

  /** A sentence or two on what follows from it. */
  public String meaning() {
    return meaning;
  }

  /** The style of its tag. */
  public String tag() {
    return tag;
  }
}
