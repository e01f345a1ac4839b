package org.cordon.evidence.extraction.worker;

/** How the reading of one file ended, as the worker says it. */
public enum Outcome {
  READ,
  ENCRYPTED,
  DAMAGED,
  BOMB,
  UNSUPPORTED,
  NO_SPACE
}
