package org.cordon.gateway.proceedings;

import java.util.Arrays;
import java.util.List;
import org.cordon.platform.problems.Problem;

/** The forms that put something further on record. */
enum RecordForm {
  MATTER("matters", "The matter is on record."),
  EARLY_DISCUSSION("early-discussions", "The early discussion is on record."),
  CHARGING_AGREEMENT("charging-agreements", "The CPS’s agreement is on record.");

  private final String api;
  private final String done;

  RecordForm(String api, String done) {
    this.api = api;
    this.done = done;
  }

  /** A text that the form needs, with what to say when it is empty. */
  record Field(String name, String missing) {}

  /** The form under that part of an address; any other is not there. */
  static RecordForm of(String what) {
    return Arrays.stream(values())
        .filter(form -> form.api.equals(what))
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  List<Field> fields() {
    return switch (this) {
      case MATTER ->
          List.of(
              new Field("name", "Enter a short name for the matter"),
              new Field("description", "Describe the matter"));
      case EARLY_DISCUSSION ->
          List.of(
              new Field("participants", "Enter who took part"),
              new Field("timing", "Enter what was agreed on timing"),
              new Field("conduct", "Enter what was agreed on how the review is held"),
              new Field("contributors", "Enter what was agreed on who contributes"));
      case CHARGING_AGREEMENT ->
          List.of(
              new Field("agreedBy", "Enter who at the CPS agreed"),
              new Field("reason", "Enter why, and what the agreement covers"));
    };
  }

  /** The last part of its address, here and in access-service. */
  String api() {
    return api;
  }

  String done() {
    return done;
  }

  String template() {
    return "proceedings/" + api;
  }

  /** Whether whoever looks may send it. */
  boolean isOpen(OneProceedings known) {
    return switch (this) {
      case MATTER -> known.mayTighten();
      case EARLY_DISCUSSION -> known.mayManage() && known.kind() == ProceedingsKind.CRIMINAL;
      case CHARGING_AGREEMENT ->
          known.mayManage() && known.status() == ProceedingsStatus.CHARGING_DECISION_PENDING;
    };
  }
}
