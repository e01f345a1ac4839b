package org.cordon.gateway.meetings;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cordon.gateway.pages.DateFields;
import org.cordon.gateway.pages.FormErrors;
import org.cordon.gateway.pages.Sent;
import org.cordon.gateway.pages.TimeOfDay;
import org.jspecify.annotations.Nullable;

/** A meeting as it is typed. */
record MeetingForm(
    String kind,
    String title,
    DateFields on,
    String from,
    String until,
    String place,
    List<Line> agenda,
    List<String> papers,
    List<String> invited) {
  /** The most lines that an agenda takes. */
  static final int MOST_LINES = 50;

  private static final int SPARE = 4;

  MeetingForm {
    agenda = List.copyOf(agenda);
    papers = List.copyOf(papers);
    invited = List.copyOf(invited);
  }

  /** A line of the agenda; the paper is an id, or empty. */
  record Line(String text, String paper) {}

  /** A line as evidence-service takes it. */
  record WantedLine(String text, @Nullable String paper) {}

  /** A meeting as evidence-service takes it; the kind is named when it is arranged. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Wanted(
      @Nullable MeetingKind kind,
      String title,
      Instant at,
      @Nullable Instant until,
      String place,
      List<WantedLine> agenda,
      List<String> papers,
      List<String> invited) {}

  static MeetingForm of(Sent sent) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < MOST_LINES; i++) {
      String text = sent.text("agenda-" + i);
      if (!text.isEmpty()) {
        lines.add(new Line(text, sent.text("agenda-" + i + "-paper")));
      }
    }
    return new MeetingForm(
        sent.text("kind"),
        sent.text("title"),
        sent.date("on"),
        sent.text("from"),
        sent.text("until"),
        sent.text("place"),
        lines,
        sent.texts("papers"),
        sent.texts("invited"));
  }

  static MeetingForm of(Meeting known) {
    return new MeetingForm(
        known.kind().name(),
        known.title(),
        DateFields.of(TimeOfDay.day(known.at())),
        TimeOfDay.clock(known.at()),
        known.until() == null ? "" : TimeOfDay.clock(known.until()),
        known.place(),
        known.agenda().stream()
            .map(line -> new Line(line.text(), line.paper() == null ? "" : line.paper().toString()))
            .toList(),
        known.papers().stream().map(paper -> paper.version().toString()).toList(),
        known.invited().stream().map(Object::toString).toList());
  }

  /** The lines with some to spare, for a form without script. */
  List<Line> rows() {
    List<Line> rows = new ArrayList<>(agenda);
    for (int i = 0; i < SPARE && rows.size() < MOST_LINES; i++) {
      rows.add(new Line("", ""));
    }
    return rows;
  }

  /** What it says; empty when something is wrong, and then the errors say what. */
  Optional<Wanted> read(
      Optional<MeetingKind> chosen, boolean first, LocalDate today, FormErrors errors) {
    if (first && chosen.isEmpty()) {
      errors.add("kind", "Select what kind of meeting it is");
    }
    errors.require("title", title, "Enter a title");
    LocalDate day = on.requirePlanned("on", today, "Enter the day of the meeting", errors);
    LocalTime start = TimeOfDay.read("from", from, errors);
    if (from.isBlank()) {
      errors.add("from", "Enter the time at which it begins");
    }
    LocalTime end = TimeOfDay.read("until", until, errors);
    if (start != null && end != null && !end.isAfter(start)) {
      errors.add("until", "The end must be after the beginning");
    }
    errors.require("place", place, "Enter the place, or how to take part from elsewhere");
    for (int i = 0; i < agenda.size(); i++) {
      String paper = agenda.get(i).paper();
      if (!paper.isEmpty() && !papers.contains(paper)) {
        errors.add("papers", "Select the papers that the agenda names");
      }
    }
    return errors.isEmpty() && day != null && start != null
        ? Optional.of(
            new Wanted(
                first ? chosen.orElse(null) : null,
                title,
                TimeOfDay.instant(day, start),
                end == null ? null : TimeOfDay.instant(day, end),
                place,
                agenda.stream()
                    .map(it -> new WantedLine(it.text(), it.paper().isEmpty() ? null : it.paper()))
                    .toList(),
                papers,
                invited))
        : Optional.empty();
  }
}
