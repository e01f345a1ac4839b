package org.cordon.evidence.meetings;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.cordon.evidence.drafts.Draft;
import org.cordon.evidence.drafts.Drafts;
import org.cordon.evidence.items.Items;
import org.cordon.evidence.items.Version;
import org.cordon.evidence.papers.PaperKind;
import org.cordon.evidence.papers.Papers;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.CaseAction;
import org.cordon.platform.idempotency.IdempotencyKey;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.MeetingId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.cordon.platform.problems.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The minutes of meetings: a working paper that is written from the meeting's papers and holds the
 * accounts of the practitioners who were there, whatever is then written in it (rules 2 and 4).
 */
@Component
class Minutes {
  /** As many of one meeting are shown. */
  private static final int MOST = 20;

  private final AccessClient access;
  private final MeetingStore store;
  private final InvitationStore invitations;
  private final Guests guests;
  private final Papers papers;
  private final Drafts drafts;
  private final Items items;
  private final JdbcClient jdbc;
  private final Clock clock;

  /** Minutes, with the versions under which somebody could come across them. */
  record Paper(ItemId item, List<VersionId> versions) {
    Paper {
      versions = List.copyOf(versions);
    }
  }

  Minutes(
      AccessClient access,
      MeetingStore store,
      InvitationStore invitations,
      Guests guests,
      Papers papers,
      Drafts drafts,
      Items items,
      JdbcClient jdbc,
      Clock clock) {
    this.access = access;
    this.store = store;
    this.invitations = invitations;
    this.guests = guests;
    this.papers = papers;
    this.drafts = drafts;
    this.items = items;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The papers in which the minutes of a meeting are written, those begun last first. */
  List<Paper> of(MeetingId meeting) {
    return jdbc
        .sql(
            """
            select item from meeting_minutes where meeting = :meeting
            order by item desc limit :most
            """)
        .param("meeting", meeting.value())
        .param("most", MOST)
        .query(UUID.class)
        .list()
        .stream()
        .map(ItemId::new)
        .map(item -> new Paper(item, newest(item)))
        .toList();
  }

  private List<VersionId> newest(ItemId minutes) {
    return Stream.concat(
            drafts.newest(minutes).map(Draft::version).stream(),
            items.newest(minutes).map(Version::id).stream())
        .distinct()
        .toList();
  }

  /**
   * Begins minutes of a meeting. Whether there are some already is not said: they may be kept from
   * whoever asks.
   *
   * @throws Problem NOT_FOUND when the meeting is not open to this person or they write no papers
   */
  ItemId begin(PersonId by, MeetingId id, Optional<IdempotencyKey> key) {
    Optional<Meeting> found = store.find(id);
    CaseId caseId = found.map(Meeting::caseId).orElseGet(() -> new CaseId(id.value()));
    if (!access.decideInCase(by, CaseAction.READ_MEETINGS, caseId).permitted()) {
      throw Problem.notFound();
    }
    Meeting meeting = found.orElseThrow(Problem::notFound);
    String title = "Minutes: " + meeting.plan().title();
    ItemId begun = papers.begin(by, caseId, PaperKind.MINUTES, title, key, from(meeting)).id();
    jdbc.sql(
            """
            insert into meeting_minutes (meeting, item, begun_at, begun_by)
            values (:meeting, :item, :at, :by) on conflict do nothing
            """)
        .param("meeting", id.value())
        .param("item", begun.value())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("by", by.value())
        .update();
    return begun;
  }

  private Papers.WrittenFrom from(Meeting meeting) {
    List<PersonId> there =
        invitations
            .attendance(meeting.id())
            .map(Meeting.Attendance::attended)
            .orElse(meeting.plan().invited());
    return new Papers.WrittenFrom(
        new HashSet<>(guests.practitioners(meeting.caseId(), there)),
        new HashSet<>(meeting.plan().papers()));
  }
}
