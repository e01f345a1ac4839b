package org.cordon.evidence.meetings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.texts.Line;
import org.jspecify.annotations.Nullable;

/**
 * What is planned of a meeting.
 *
 * @param title at most {@value #MAX_TITLE} characters
 * @param place at most {@value #MAX_PLACE} characters
 * @param agenda at most {@value #MAX_AGENDA} lines
 * @param papers at most {@value #MAX_PAPERS}, in their order
 * @param invited at most {@value #MAX_INVITED}
 */
record MeetingPlan(
    String title,
    Instant at,
    Optional<Instant> until,
    String place,
    List<AgendaLine> agenda,
    List<VersionId> papers,
    List<PersonId> invited) {
  static final int MAX_TITLE = 200;
  static final int MAX_PLACE = 300;
  static final int MAX_AGENDA = 50;
  static final int MAX_PAPERS = 50;
  static final int MAX_INVITED = 100;

  /**
   * What a meeting holds of papers, and of lines, when some are hidden from each who changes it;
   * far from what one of them can fill, so that a refusal tells of nothing hidden.
   */
  static final int MAX_HELD = 200;

  private static final Duration LONGEST = Duration.ofDays(7);
  private static final Duration FAR = Duration.ofDays(3_660);

  MeetingPlan {
    agenda = List.copyOf(agenda);
    papers = List.copyOf(papers);
    invited = List.copyOf(invited);
  }

  /**
   * The same, checked.
   *
   * @throws Problem INVALID when it does not fit
   */
  MeetingPlan checked(Instant now) {
    if (Duration.between(now, at).abs().compareTo(FAR) > 0) {
      throw Problem.invalid("at", "must be within ten years.");
    }
    until.ifPresent(end -> {
      if (!end.isAfter(at) || end.isAfter(at.plus(LONGEST))) {
        throw Problem.invalid("until", "must be after the beginning and within seven days of it.");
      }
    });
    List<AgendaLine> lines = new ArrayList<>();
    for (AgendaLine line : agenda) {
      AgendaLine checked = line.checked(lines.size());
      if (checked.tiedTo().filter(paper -> !papers.contains(paper)).isPresent()) {
        throw Problem.invalid(
            "agenda[" + lines.size() + "].paper", "must be one of the meeting's papers.");
      }
      lines.add(checked);
    }
    return new MeetingPlan(
        Line.require("title", title, MAX_TITLE),
        at,
        until,
        Line.require("place", place, MAX_PLACE),
        lines,
        different("papers", papers),
        different("invited", invited));
  }

  /** What a person sees of it who may find these papers. */
  MeetingPlan seenWith(Set<VersionId> found) {
    return new MeetingPlan(
        title,
        at,
        until,
        place,
        agenda.stream()
            .filter(line -> line.tiedTo().filter(it -> !found.contains(it)).isEmpty())
            .toList(),
        papers.stream().filter(found::contains).toList(),
        invited);
  }

  /**
   * This plan, made by somebody who may not find all of these papers of the one before: what they
   * did not see stays, the lines of the agenda about as far down as they were.
   */
  MeetingPlan keeping(MeetingPlan before, Set<VersionId> found) {
    List<VersionId> allPapers = new ArrayList<>(papers);
    before.papers().stream()
        .filter(paper -> !found.contains(paper) && !allPapers.contains(paper))
        .forEach(allPapers::add);
    List<AgendaLine> allLines = new ArrayList<>(agenda);
    for (int i = 0; i < before.agenda().size(); i++) {
      AgendaLine line = before.agenda().get(i);
      if (line.tiedTo().filter(paper -> !found.contains(paper)).isPresent()) {
        allLines.add(Math.min(i, allLines.size()), line);
      }
    }
    return new MeetingPlan(title, at, until, place, allLines, allPapers, invited);
  }

  /**
   * A list from outside.
   *
   * @throws Problem INVALID when it has too many members, or one of them is missing
   */
  static <T> List<T> members(String field, @Nullable List<@Nullable T> given, int most) {
    if (given == null) {
      return List.of();
    }
    if (given.size() > most || given.stream().anyMatch(Objects::isNull)) {
      throw Problem.invalid(field, "must be a list of at most " + most + " members.");
    }
    return given.stream().flatMap(it -> Optional.ofNullable(it).stream()).toList();
  }

  static <T> List<T> different(String field, List<T> members) {
    if (new HashSet<>(members).size() < members.size()) {
      throw Problem.invalid(field, "must be a list of different ones.");
    }
    return members;
  }
}
