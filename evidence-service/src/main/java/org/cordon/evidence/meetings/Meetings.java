package org.cordon.evidence.meetings;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.cordon.evidence.items.Audiences;
import org.cordon.evidence.items.Version;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.CaseAction;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.MeetingId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.cordon.platform.requests.Revision;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Arranging meetings, sending them out, and putting on record who was there. */
@Component
class Meetings {
  /** The most meetings of a case. */
  static final int MOST = 500;

  private final AccessClient access;
  private final Audiences audiences;
  private final Guests guests;
  private final MeetingStore store;
  private final InvitationStore invitations;
  private final Clock clock;

  Meetings(
      AccessClient access,
      Audiences audiences,
      Guests guests,
      MeetingStore store,
      InvitationStore invitations,
      Clock clock) {
    this.access = access;
    this.audiences = audiences;
    this.guests = guests;
    this.store = store;
    this.invitations = invitations;
    this.clock = clock;
  }

  /**
   * Asks whether somebody arranges meetings of this kind in a case.
   *
   * @throws Problem NOT_FOUND when they arrange none; FORBIDDEN when practitioners are not met yet
   *     (rule 17)
   */
  void requireArranger(PersonId person, CaseId caseId, Optional<MeetingKind> kind) {
    if (!access.decideInCase(person, CaseAction.MANAGE_MEETINGS, caseId).permitted()) {
      throw Problem.notFound();
    }
    if (kind.filter(MeetingKind::isWithPractitioners).isPresent()) {
      guests.requirePractitionersMet(person, caseId);
    }
  }

  /** The same for a meeting; one that is not there is asked about like any other. */
  Meeting requireArranger(PersonId person, MeetingId id) {
    Optional<Meeting> meeting = store.find(id);
    requireArranger(
        person,
        meeting.map(Meeting::caseId).orElseGet(() -> new CaseId(id.value())),
        meeting.map(Meeting::kind));
    return meeting.orElseThrow(Problem::notFound);
  }

  /**
   * Arranges a meeting; nobody is told of it yet.
   *
   * @throws Problem INVALID when a paper is not open to whoever arranges it, or may not be put
   *     before such a meeting, or somebody is not in the case; FORBIDDEN as for the kind; CONFLICT
   *     when the case has {@value #MOST} meetings
   */
  @Transactional(propagation = Propagation.MANDATORY)
  MeetingId arrange(PersonId by, CaseId caseId, MeetingKind kind, MeetingPlan wanted) {
    MeetingPlan plan = wanted.checked(now());
    guests.require(by, caseId, kind, plan.invited(), List.of());
    requirePapers(by, caseId, kind, plan.papers(), Set.of());
    store.lock(caseId);
    if (store.count(caseId) >= MOST) {
      throw new Problem(Problem.Kind.CONFLICT, "A case may have at most " + MOST + " meetings.");
    }
    Meeting first = new Meeting(MeetingId.create(), caseId, kind, 1, plan, now(), by);
    store.arrange(first);
    return first.id();
  }

  /**
   * Changes what is planned. Those to whom it was sent see the change once it is sent again.
   *
   * @return its revision now
   * @throws Problem CHANGED when somebody did first; INVALID as {@link #arrange}
   */
  @Transactional
  public int change(PersonId by, MeetingId id, Revision seen, ChangeMeeting wanted) {
    store.lock(id);
    Meeting before = store.find(id).orElseThrow(Problem::notFound);
    int next = seen.next(before.revision());
    Set<VersionId> found =
        audiences.found(by, before.caseId(), before.plan().papers()).stream()
            .map(Version::id)
            .collect(Collectors.toSet());
    MeetingPlan change = wanted.of(before.plan().seenWith(found)).checked(now());
    guests.require(by, before.caseId(), before.kind(), change.invited(), before.plan().invited());
    requirePapers(by, before.caseId(), before.kind(), change.papers(), found);
    MeetingPlan plan = change.keeping(before.plan(), found);
    requireRoom(plan);
    store.add(new Meeting(id, before.caseId(), before.kind(), next, plan, now(), by));
    return next;
  }

  /**
   * Sends a meeting to everybody whom it invites, and withdraws it from those whom it no longer
   * does; or to nobody, when one of them could not read one of its papers (rule 18).
   *
   * @param rehearse only look whom it would go to
   * @throws Problem CHANGED when somebody changed the meeting first; CONFLICT when nobody is
   *     invited, or a delicate paper is before the case group (rule 7)
   */
  @Transactional(propagation = Propagation.MANDATORY)
  Outcome send(PersonId by, MeetingId id, Revision seen, boolean rehearse) {
    store.lock(id);
    Meeting meeting = store.find(id).orElseThrow(Problem::notFound);
    seen.next(meeting.revision());
    MeetingPlan plan = meeting.plan();
    if (plan.invited().isEmpty()) {
      throw new Problem(Problem.Kind.CONFLICT, "Nobody is invited to this meeting yet.");
    }
    guests.require(by, meeting.caseId(), meeting.kind(), plan.invited(), plan.invited());
    requireNotDelicate(meeting.kind(), plan.papers(), Problem.Kind.CONFLICT);
    List<PersonId> kept = kept(meeting, plan.invited());
    if (!kept.isEmpty()) {
      return new Outcome(List.of(), kept);
    }
    if (!rehearse) {
      Instant now = now();
      BiFunction<PersonId, Boolean, Meeting.Invitation> invitation =
          (person, withdrawn) ->
              new Meeting.Invitation(person, meeting.revision(), withdrawn, now, by);
      plan.invited().forEach(person -> invitations.add(id, invitation.apply(person, false)));
      invitations.of(id).stream()
          .filter(it -> !it.withdrawn() && !plan.invited().contains(it.person()))
          .forEach(it -> invitations.add(id, invitation.apply(it.person(), true)));
    }
    return new Outcome(plan.invited(), List.of());
  }

  /**
   * Puts on record who was there; or nobody, when one of them could not read one of the papers,
   * unless whoever records it says that they were there all the same: then that is on record too.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  Outcome attended(PersonId by, MeetingId id, List<PersonId> people, boolean allTheSame) {
    store.lock(id);
    Meeting meeting = store.find(id).orElseThrow(Problem::notFound);
    if (meeting.plan().at().isAfter(now())) {
      throw new Problem(Problem.Kind.CONFLICT, "This meeting has not begun yet.");
    }
    guests.require(by, meeting.caseId(), meeting.kind(), people, meeting.plan().invited());
    List<PersonId> kept = kept(meeting, people);
    if (!kept.isEmpty() && !allTheSame) {
      return new Outcome(List.of(), kept);
    }
    invitations.add(id, new Meeting.Attendance(people, kept, now(), by));
    return new Outcome(people, kept);
  }

  private List<PersonId> kept(Meeting meeting, Collection<PersonId> people) {
    return audiences.kept(meeting.caseId(), people, meeting.plan().papers()).stream()
        .sorted(Comparator.comparing(PersonId::toString))
        .toList();
  }

  private void requirePapers(
      PersonId by, CaseId caseId, MeetingKind kind, List<VersionId> papers, Set<VersionId> known) {
    List<VersionId> further = papers.stream().filter(paper -> !known.contains(paper)).toList();
    if (further.isEmpty()) {
      return;
    }
    Set<VersionId> found =
        audiences.found(by, caseId, further).stream().map(Version::id).collect(Collectors.toSet());
    if (!found.containsAll(new HashSet<>(further))) {
      throw Problem.invalid("papers", "names a paper that is not there, or is not open to you.");
    }
    requireNotDelicate(kind, further, Problem.Kind.INVALID);
  }

  /** Rule 7. */
  private void requireNotDelicate(
      MeetingKind kind, List<VersionId> papers, Problem.Kind otherwise) {
    if (kind != MeetingKind.CASE_GROUP) {
      return;
    }
    for (VersionId paper : papers) {
      if (access.labels(paper).filter(VersionLabels::delicate).isPresent()) {
        throw otherwise == Problem.Kind.INVALID
            ? Problem.invalid(
                "papers", "names one that is delicate: it stays out of case-group meetings.")
            : new Problem(
                otherwise,
                "A paper of this meeting was marked delicate, so it cannot go before the case"
                    + " group. The lead reviewer can take it off.");
      }
    }
  }

  private static void requireRoom(MeetingPlan plan) {
    if (plan.papers().size() > MeetingPlan.MAX_HELD
        || plan.agenda().size() > MeetingPlan.MAX_HELD) {
      throw new Problem(Problem.Kind.CONFLICT, "There is no room left for more on this meeting.");
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
