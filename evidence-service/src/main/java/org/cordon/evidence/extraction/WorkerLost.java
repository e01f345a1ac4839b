package org.cordon.evidence.extraction;

/** A worker did not live to answer; nothing else was lost with it. */
final class WorkerLost extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  enum Cause {
    TOO_SLOW,
    TOO_MUCH_MEMORY,
    CRASHED
  }

  private final Cause reason;

  WorkerLost(Cause reason) {
    super(reason.name());
    this.reason = reason;
  }

  Cause reason() {
    return reason;
  }
}
