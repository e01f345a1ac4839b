package org.cordon.access.proceedings;

/** What kind of proceedings runs beside a case. */
public enum ProceedingsKind {
  CRIMINAL,
  INQUEST,
  FAMILY_COURT,
  DISCIPLINARY;

  /** Whether proceedings of this kind can stand so. */
  boolean canBe(ProceedingsStatus status) {
    return switch (status) {
      case NONE, CONCLUDED -> true;
      case OPEN -> this != CRIMINAL;
      case INVESTIGATION, CHARGING_DECISION_PENDING, CHARGED, TRIAL, APPEAL, NO_FURTHER_ACTION ->
          this == CRIMINAL;
    };
  }

  /** Criminal proceedings always wall witnesses from each other; of others it is decided. */
  boolean isAlwaysWalled() {
    return this == CRIMINAL;
  }
}
