package org.cordon.evidence.conversations;

/** With whom a conversation is held, and so who holds it (rule 9). */
public enum ConversationForm {
  /** With somebody who worked with the family: two members of the review team hold it. */
  PRACTITIONER,
  /**
   * With a relative: the family liaison and a reviewer hold it, when and where the family chose.
   */
  FAMILY
}
