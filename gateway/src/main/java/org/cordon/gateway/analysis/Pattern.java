package org.cordon.gateway.analysis;

/** The six patterns that factors and findings are sorted under. */
enum Pattern {
  HUMAN_TOOL("Human-tool operation"),
  HUMAN_MANAGEMENT_SYSTEM("Human-management-system operation"),
  INCIDENT_COLLABORATION("Communication and collaboration in response to incidents"),
  LONGER_TERM_COLLABORATION("Communication and collaboration in longer-term work"),
  FAMILY_PROFESSIONAL("Family-professional interactions"),
  HUMAN_JUDGEMENT("Human judgement and reasoning");

  private final String title;

  Pattern(String title) {
    this.title = title;
  }

  /** For example "Human-tool operation". */
  public String title() {
    return title;
  }
}
