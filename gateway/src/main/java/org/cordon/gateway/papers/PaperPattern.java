package org.cordon.gateway.papers;

/** The six patterns that a finding can belong to. */
public enum PaperPattern {
  HUMAN_TOOL("Human-tool operation"),
  HUMAN_MANAGEMENT_SYSTEM("Human-management-system operation"),
  INCIDENT_COLLABORATION("Communication and collaboration in response to incidents"),
  LONGER_TERM_COLLABORATION("Communication and collaboration in longer-term work"),
  FAMILY_PROFESSIONAL("Family-professional interactions"),
  HUMAN_JUDGEMENT("Human judgement and reasoning");

  private final String title;

  PaperPattern(String title) {
    this.title = title;
  }

  /** For example "Human-tool operation". */
  public String title() {
    return title;
  }
}
