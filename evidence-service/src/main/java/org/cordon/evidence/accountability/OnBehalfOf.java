package org.cordon.evidence.accountability;

/** On whose behalf a change to a paper was demanded. */
enum OnBehalfOf {
  BOARD,
  /** Whoever owns the model that the review follows. */
  MODEL_OWNER,
  COUNSEL,
  OTHER
}
