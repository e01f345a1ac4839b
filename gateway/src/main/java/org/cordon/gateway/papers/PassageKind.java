package org.cordon.gateway.papers;

/** What a passage is. */
public enum PassageKind {
  PARAGRAPH("Paragraph"),
  HEADING("Heading"),
  LIST("List"),
  TABLE("Table"),
  QUOTATION("Quotation");

  private final String title;

  PassageKind(String title) {
    this.title = title;
  }

  /** For example "Paragraph". */
  public String title() {
    return title;
  }
}
