package org.cordon.platform.access;

/** What an item is. */
public enum ItemKind {
  DOCUMENT,
  CONVERSATION_RECORD,
  WORKING_PAPER,
  /** A final report or its findings. */
  REPORT
}
