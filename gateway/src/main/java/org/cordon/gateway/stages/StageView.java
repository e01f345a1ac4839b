package org.cordon.gateway.stages;

import java.util.List;
import org.cordon.gateway.timetable.Stage;
import org.cordon.gateway.timetable.Timetable;

/** One stage: what is due in it, and what there is. */
record StageView(Stage stage, List<Timetable.Milestone> milestones, List<Shelf> shelves) {
  StageView {
    milestones = List.copyOf(milestones);
    shelves = List.copyOf(shelves);
  }

  /** How the stage stands by the timetable, for a tag; empty when nothing is planned. */
  public String state() {
    if (milestones.isEmpty()) {
      return "";
    }
    if (milestones.stream().anyMatch(Timetable.Milestone::late)) {
      return "Late";
    }
    return milestones.stream().allMatch(it -> it.doneOn() != null) ? "Done" : "On time";
  }

  /** The colour of that tag. */
  public String tag() {
    return switch (state()) {
      case "Late" -> "govuk-tag--red";
      case "Done" -> "govuk-tag--green";
      default -> "govuk-tag--light-blue";
    };
  }
}
