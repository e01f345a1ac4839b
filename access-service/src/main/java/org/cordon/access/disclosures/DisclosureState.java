package org.cordon.access.disclosures;

/** How far a disclosure has come. A new state must not compile unhandled. */
public enum DisclosureState {
  REQUESTED,
  /** It waits for the CPS or the senior investigating officer. */
  REFERRED,
  /** It may be shown until it expires. */
  APPROVED,
  REFUSED,
  /** Something it rested on moved since the approval: shut until the officer looks again. */
  SUSPENDED;

  /** Whether the officer may still decide; what was refused is asked for anew. */
  boolean isOpen() {
    return switch (this) {
      case REQUESTED, REFERRED, APPROVED, SUSPENDED -> true;
      case REFUSED -> false;
    };
  }
}
