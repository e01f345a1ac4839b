package org.cordon.gateway.items;

/** How far an item has come on its way to being readable. */
public enum ItemState {
  RECEIVED("Received", "govuk-tag--light-blue"),
  EXTRACTING("Reading the text", "govuk-tag--light-blue"),
  READY("Ready", "govuk-tag--green"),
  FAILED("No text", "govuk-tag--orange");

  private final String title;
  private final String tag;

  ItemState(String title, String tag) {
    this.title = title;
    this.tag = tag;
  }

  /** For people. */
  public String title() {
    return title;
  }

  /** The style of its tag. */
  public String tag() {
    return tag;
  }

  /** Whether it will change by itself. */
  public boolean isMoving() {
    return switch (this) {
      case RECEIVED, EXTRACTING -> true;
      case READY, FAILED -> false;
    };
  }
}
