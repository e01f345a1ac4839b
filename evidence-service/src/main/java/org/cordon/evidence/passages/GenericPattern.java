package org.cordon.evidence.passages;

/** The six patterns under which the Learning Together model sorts what it finds. */
public enum GenericPattern {
  HUMAN_TOOL,
  HUMAN_MANAGEMENT_SYSTEM,
  INCIDENT_COLLABORATION,
  LONGER_TERM_COLLABORATION,
  FAMILY_PROFESSIONAL,
  HUMAN_JUDGEMENT
}
