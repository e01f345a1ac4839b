package org.cordon.gateway.meetings;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cordon.gateway.cases.Cases;
import org.cordon.gateway.cases.OneCase;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.paging.Page;
import org.cordon.platform.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The meetings of a case that whoever looks may see, and one of them. */
@Controller
class MeetingsPage {
  /** What access-service calls seeing every meeting of a case. */
  static final String READ = "readMeetings";

  /** What it calls seeing those that one was sent. */
  static final String READ_OWN = "readOwnMeetings";

  /** What it calls arranging them. */
  static final String MANAGE = "manageMeetings";

  /** What it calls writing papers; whoever begins minutes must be able to read them too. */
  static final String WRITE = "writePapers";

  private static final int LIMIT = 100;

  private final Cases cases;
  private final Meetings meetings;
  private final Choices choices;
  private final Clock clock;

  /** A person on the page of a meeting. */
  record Somebody(PersonId person, String name) {}

  MeetingsPage(Cases cases, Meetings meetings, Choices choices, Clock clock) {
    this.cases = cases;
    this.meetings = meetings;
    this.choices = choices;
    this.clock = clock;
  }

  @GetMapping("/cases/{caseId}/meetings")
  String all(
      @PathVariable CaseId caseId,
      @RequestParam(required = false) @Nullable String after,
      Model model) {
    OneCase one = cases.require(caseId);
    if (!one.may(READ) && !one.may(READ_OWN)) {
      throw Problem.notFound();
    }
    Page<MeetingSummary> page = meetings.in(caseId, after, LIMIT);
    Instant now = clock.instant();
    model.addAttribute("one", one);
    model.addAttribute(
        "coming",
        page.items().stream()
            .filter(meeting -> !isOver(meeting, now))
            .sorted(Comparator.comparing(MeetingSummary::at))
            .toList());
    model.addAttribute(
        "over",
        page.items().stream()
            .filter(meeting -> isOver(meeting, now))
            .sorted(Comparator.comparing(MeetingSummary::at).reversed())
            .toList());
    model.addAttribute("next", page.next());
    return "meetings/list";
  }

  @GetMapping("/meetings/{id}")
  String one(@PathVariable String id, Model model) {
    Meeting meeting = meetings.require(id);
    OneCase one = cases.require(meeting.caseId());
    model.addAttribute("one", one);
    model.addAttribute("meeting", meeting);
    model.addAttribute("begun", meeting.at().isBefore(clock.instant()));
    model.addAttribute("key", UUID.randomUUID().toString());
    // Whom else a meeting invites is for those who see every meeting.
    if (one.may(READ) && one.may("readPeople")) {
      Map<PersonId, String> names = choices.byId(meeting.caseId());
      model.addAttribute("invited", somebody(meeting.invited(), names));
      Meeting.Attendance attendance = meeting.attendance();
      if (attendance != null) {
        model.addAttribute("attended", somebody(attendance.attended(), names));
      }
    }
    return "meetings/one";
  }

  @PostMapping("/meetings/{id}/minutes")
  String minutes(@PathVariable String id, @RequestParam(defaultValue = "") String key) {
    OneCase one = cases.require(meetings.require(id).caseId(), MANAGE);
    if (!one.may(WRITE)) {
      throw Problem.notFound();
    }
    return "redirect:/papers/" + meetings.beginMinutes(id, key);
  }

  private static List<Somebody> somebody(List<PersonId> people, Map<PersonId, String> names) {
    return people.stream()
        .map(person -> new Somebody(person, Choices.nameOf(person, names)))
        .sorted(Comparator.comparing(Somebody::name))
        .toList();
  }

  private static boolean isOver(MeetingSummary meeting, Instant now) {
    Instant until = meeting.until();
    return (until == null ? meeting.at() : until).isBefore(now);
  }
}
