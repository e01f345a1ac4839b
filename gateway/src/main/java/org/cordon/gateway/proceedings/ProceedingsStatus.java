package org.cordon.gateway.proceedings;

import java.util.Locale;

/**
 * How far proceedings have come, in words. Whether somebody is kept apart is access-service's to
 * decide; {@link #isLive} is for telling people beforehand.
 */
public enum ProceedingsStatus {
  NONE("None", false),
  OPEN("Open", true),
  INVESTIGATION("Investigation", true),
  CHARGING_DECISION_PENDING("Charging decision pending", true),
  CHARGED("Charged", true),
  TRIAL("Trial", true),
  CONCLUDED("Concluded", false),
  NO_FURTHER_ACTION("No further action", false),
  APPEAL("Appeal", true);

  private final String title;
  private final boolean live;

  ProceedingsStatus(String title, boolean live) {
    this.title = title;
    this.live = live;
  }

  /** For example "Charging decision pending". */
  public String title() {
    return title;
  }

  /** The same inside a sentence: "charging decision pending". */
  public String words() {
    return title.toLowerCase(Locale.ROOT);
  }

  /** Whether proceedings in this state are under way. */
  public boolean isLive() {
    return live;
  }

  /** Whether going on to that status only closes things: what the lead reviewer may do. */
  boolean isTightenedBy(ProceedingsStatus next) {
    return (!live && next.live)
        || (next == CHARGING_DECISION_PENDING && this != CHARGING_DECISION_PENDING);
  }

  /** The style of its tag. */
  public String tag() {
    return live ? "govuk-tag--red" : "govuk-tag--grey";
  }
}
