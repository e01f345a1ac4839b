package org.cordon.platform.access;

/** What an item is. */
public enum ItemKind {
  DOCUMENT,
  CONVERSATION_RECORD,
  WORKING_PAPER,
  /** A final report or its findings. */
  REPORT,
  /** What somebody said of a paper, a record or a document; an account when a witness says it. */
  COMMENT
}
