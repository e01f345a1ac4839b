package org.cordon.evidence.timetable;

/** Why a milestone is late or was moved, in a kind of reason that tells of nobody. */
enum Delay {
  /** Proceedings beside the case. */
  PROCEEDINGS,
  /** The early discussion was not on record yet (rule 17). */
  EARLY_DISCUSSION,
  /** The board extended the time. */
  BOARD,
  /** An agency has not sent what it was asked for. */
  AGENCY,
  /** People were not available. */
  PEOPLE,
  OTHER
}
