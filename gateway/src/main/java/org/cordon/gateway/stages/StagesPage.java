package org.cordon.gateway.stages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.gateway.meetings.MeetingKind;
import org.cordon.gateway.meetings.MeetingSummary;
import org.cordon.gateway.meetings.Meetings;
import org.cordon.gateway.preparation.Preparations;
import org.cordon.gateway.timetable.Stage;
import org.cordon.gateway.timetable.Timetable;
import org.cordon.gateway.timetable.Timetables;
import org.cordon.platform.ids.CaseId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The four stages of a review and what there is of each. */
@Controller
class StagesPage {
  private static final int MOST_MEETINGS = 200;

  private final Cases cases;
  private final Timetables timetables;
  private final Preparations preparations;
  private final Meetings meetings;
  private final Written written;

  /** What there is in a case, asked once for all stages. */
  private record Contents(OneCase one, List<Written.Paper> papers, List<MeetingSummary> meetings) {

    Shelf papers(String title, String kind) {
      return Shelf.of(
          title,
          null,
          papers.stream()
              .filter(paper -> paper.kind().equals(kind))
              .map(paper -> new Shelf.Entry(paper.title(), "/papers/" + paper.id()))
              .toList());
    }

    Shelf meetings(MeetingKind kind) {
      return Shelf.of(
          kind.title() + " meetings",
          "/cases/" + one.id() + "/meetings",
          meetings.stream()
              .filter(meeting -> meeting.kind() == kind)
              .map(meeting -> new Shelf.Entry(meeting.title(), "/meetings/" + meeting.id()))
              .toList());
    }
  }

  StagesPage(
      Cases cases,
      Timetables timetables,
      Preparations preparations,
      Meetings meetings,
      Written written) {
    this.cases = cases;
    this.timetables = timetables;
    this.preparations = preparations;
    this.meetings = meetings;
    this.written = written;
  }

  @GetMapping("/cases/{caseId}/stages")
  String stages(@PathVariable CaseId caseId, Model model) {
    OneCase one = cases.require(caseId, "readPreparation");
    Timetable timetable = timetables.of(caseId);
    Contents contents =
        new Contents(
            one,
            one.may("find") ? written.papers(caseId) : List.of(),
            one.may("readMeetings") ? meetings.in(caseId, null, MOST_MEETINGS).items() : List.of());
    model.addAttribute("one", one);
    model.addAttribute("timetable", timetable);
    model.addAttribute(
        "stages",
        Arrays.stream(Stage.values())
            .map(stage -> new StageView(stage, timetable.of(stage), shelves(stage, contents)))
            .toList());
    return "stages/stages";
  }

  private List<Shelf> shelves(Stage stage, Contents contents) {
    return switch (stage) {
      case PREPARATION ->
          List.of(
              prepared(contents.one().id()),
              contents.papers("Information packs", "INFORMATION_PACK"),
              contents.meetings(MeetingKind.INTRODUCTORY));
      case DATA_COLLECTION -> collected(contents);
      case ORGANISING_AND_ANALYSING ->
          List.of(
              contents.papers("Narratives", "NARRATIVE"),
              contents.papers("Key practice episodes", "EPISODE"),
              contents.meetings(MeetingKind.REVIEW_TEAM),
              contents.meetings(MeetingKind.CASE_GROUP),
              contents.meetings(MeetingKind.SENIOR_MANAGERS),
              contents.papers("Minutes", "MINUTES"));
      case RECOMMENDATIONS ->
          List.of(
              contents.papers("Findings", "FINDING"),
              contents.papers("Recommendations", "RECOMMENDATIONS"),
              contents.papers("Overview reports", "OVERVIEW_REPORT"),
              contents.meetings(MeetingKind.FINISHING));
    };
  }

  private List<Shelf> collected(Contents contents) {
    CaseId caseId = contents.one().id();
    List<Shelf> shelves = new ArrayList<>();
    if (contents.one().may("find") || contents.one().may("upload")) {
      shelves.add(
          new Shelf("Documents", "/cases/" + caseId + "/documents", "See the list", List.of()));
    }
    written
        .conversations(caseId)
        .ifPresent(says ->
            shelves.add(
                new Shelf(
                    "Conversations", "/cases/" + caseId + "/conversations", says, List.of())));
    shelves.add(contents.papers("Conversation guides", "CONVERSATION_GUIDE"));
    shelves.add(contents.papers("Chronologies", "CHRONOLOGY"));
    shelves.add(contents.papers("IMR summaries", "IMR_SUMMARY"));
    return shelves;
  }

  private Shelf prepared(CaseId caseId) {
    List<Preparations.Participant> participants = preparations.participants(caseId);
    long complete = participants.stream().filter(it -> it.preparation().complete()).count();
    return new Shelf(
        "Those who take part",
        "/cases/" + caseId + "/preparation",
        participants.isEmpty()
            ? "Nobody yet"
            : complete + " of " + participants.size() + " prepared",
        List.of());
  }
}
