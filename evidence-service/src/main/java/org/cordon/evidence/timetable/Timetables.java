package org.cordon.evidence.timetable;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.CaseAction;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.MilestoneId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.requests.Revision;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The timetables of reviews: set out once, then kept, with every state that they had (rule 31). */
@Component
class Timetables {
  /** The most milestones of a case. */
  static final int MOST = 100;

  private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");
  private static final CaseAction READ = CaseAction.READ_PEOPLE;
  private static final CaseAction KEEP = CaseAction.MANAGE_MEETINGS;

  private final AccessClient access;
  private final TimetableStore store;
  private final Clock clock;

  /**
   * A timetable as somebody may see it.
   *
   * @param start the day on which the review started; empty when no timetable is set out
   * @param showsNotes whether they keep it and so see the notes
   */
  record Seen(
      Optional<LocalDate> start, List<Milestone> milestones, LocalDate today, boolean showsNotes) {}

  Timetables(AccessClient access, TimetableStore store, Clock clock) {
    this.access = access;
    this.store = store;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), UNITED_KINGDOM);
  }

  /**
   * The timetable of a case.
   *
   * @throws Problem NOT_FOUND when it is not open to them
   */
  Seen read(PersonId person, CaseId caseId) {
    if (!access.decideInCase(person, READ, caseId).permitted()) {
      throw Problem.notFound();
    }
    boolean keeps = access.decideInCase(person, KEEP, caseId).permitted();
    return new Seen(store.start(caseId), store.of(caseId), today(), keeps);
  }

  /**
   * Asks whether somebody keeps the timetable of a case.
   *
   * @throws Problem NOT_FOUND when they do not
   */
  void requireKeeper(PersonId person, CaseId caseId) {
    if (!access.decideInCase(person, KEEP, caseId).permitted()) {
      throw Problem.notFound();
    }
  }

  /** The case of a milestone; one that is not there is asked about like any other. */
  CaseId caseOf(MilestoneId id) {
    return store.caseOf(id).orElseGet(() -> new CaseId(id.value()));
  }

  /**
   * Sets out the usual milestones from the day on which a review started.
   *
   * @throws Problem CONFLICT when the case has a timetable
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void setOut(CaseId caseId, LocalDate start, PersonId by) {
    Instant now = now();
    if (!store.begin(caseId, SetMilestone.near("start", start, today()), now, by)) {
      throw new Problem(Problem.Kind.CONFLICT, "This case has a timetable already.");
    }
    for (UsualTimetable.Due usual : UsualTimetable.from(start)) {
      store.add(caseId, MilestoneId.create(), usual.stage(), state(1, usual.milestone(), now, by));
    }
  }

  /**
   * Adds a milestone.
   *
   * @throws Problem CONFLICT when no timetable is set out yet, or it has {@value #MOST} milestones
   */
  @Transactional(propagation = Propagation.MANDATORY)
  MilestoneId add(CaseId caseId, Stage stage, SetMilestone wanted, PersonId by) {
    store.lock(caseId);
    if (store.start(caseId).isEmpty()) {
      throw new Problem(Problem.Kind.CONFLICT, "Set out the timetable of this case first.");
    }
    if (store.of(caseId).size() >= MOST) {
      throw new Problem(
          Problem.Kind.CONFLICT, "A timetable may have at most " + MOST + " milestones.");
    }
    MilestoneId id = MilestoneId.create();
    store.add(caseId, id, stage, state(1, wanted, now(), by));
    return id;
  }

  /**
   * Changes a milestone, unless somebody did since it was read.
   *
   * @return its revision now
   * @throws Problem NOT_FOUND when there is none such in this case; CHANGED; INVALID when it moves
   *     to a later day and nobody says why
   */
  @Transactional
  public int change(
      CaseId caseId, MilestoneId id, Revision seen, SetMilestone wanted, PersonId by) {
    store.lock(caseId);
    Milestone milestone =
        store.of(caseId).stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(Problem::notFound);
    int next = seen.next(milestone.now().revision());
    store.add(caseId, id, state(next, wanted.after(milestone.now()), now(), by));
    return next;
  }

  private static Milestone.State state(int revision, SetMilestone wanted, Instant at, PersonId by) {
    return new Milestone.State(
        revision,
        wanted.name(),
        wanted.due(),
        wanted.doneOn(),
        wanted.because(),
        wanted.note(),
        at,
        by);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
