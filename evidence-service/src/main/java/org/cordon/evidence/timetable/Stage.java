package org.cordon.evidence.timetable;

/** One of the four stages of a review, in their order. */
enum Stage {
  PREPARATION,
  DATA_COLLECTION,
  ORGANISING_AND_ANALYSING,
  RECOMMENDATIONS
}
