package org.cordon.access.proceedings;

/** How proceedings stand. A new status must not compile unhandled. */
public enum ProceedingsStatus {
  NONE,
  INVESTIGATION,
  CHARGING_DECISION_PENDING,
  CHARGED,
  TRIAL,
  APPEAL,
  NO_FURTHER_ACTION,
  /** Of proceedings other than criminal ones: they are under way. */
  OPEN,
  CONCLUDED;

  /** Whether somebody may still have to say in them what they know. */
  public boolean isLive() {
    return switch (this) {
      case INVESTIGATION, CHARGING_DECISION_PENDING, CHARGED, TRIAL, APPEAL, OPEN -> true;
      case NONE, NO_FURTHER_ACTION, CONCLUDED -> false;
    };
  }

  /**
   * Whether going on to another status only closes things: into live proceedings, or into a pending
   * charging decision. Every other move is the approving officer's.
   */
  boolean tightensTo(ProceedingsStatus next) {
    return (!isLive() && next.isLive())
        || (next == CHARGING_DECISION_PENDING && this != CHARGING_DECISION_PENDING);
  }
}
