package org.cordon.evidence.passages;

/** What a passage is, and so which of the small markup means something in it. */
public enum PassageKind {
  /** One line, with a level. */
  HEADING,
  PARAGRAPH,
  /** Lines that begin with a dash, a star or a number. */
  LIST,
  /** Lines of cells divided by bars; the second line is one of dashes. */
  TABLE,
  QUOTATION
}
