package org.cordon.gateway.timetable;

/** Why something is late or was moved, in words. */
public enum Delay {
  PROCEEDINGS("Proceedings beside the case"),
  EARLY_DISCUSSION("The early discussion was not on record yet"),
  BOARD("The board gave more time"),
  AGENCY("Waiting for an agency"),
  PEOPLE("People were not available"),
  OTHER("Another reason");

  private final String title;

  Delay(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
