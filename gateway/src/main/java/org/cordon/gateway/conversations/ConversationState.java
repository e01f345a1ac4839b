package org.cordon.gateway.conversations;

/** How far a conversation has come, as far as whoever looks may know. */
public enum ConversationState {
  PLANNED("Planned", "govuk-tag--light-blue"),
  GUIDE_SUBMITTED("Guide with the approving officer", "govuk-tag--yellow"),
  GUIDE_SENT_BACK("Guide sent back", "govuk-tag--red"),
  GUIDE_APPROVED("Guide approved", "govuk-tag--turquoise"),
  DUE("No record yet", "govuk-tag--yellow"),
  RECORDED("Recorded", "govuk-tag--green");

  private final String title;
  private final String tag;

  ConversationState(String title, String tag) {
    this.title = title;
    this.tag = tag;
  }

  /** For example "Planned". */
  public String title() {
    return title;
  }

  /** The colour of its tag. */
  public String tag() {
    return tag;
  }
}
