package org.cordon.evidence.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cordon.platform.ids.MeetingId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The {@code meeting_invitations} and {@code meeting_attendances} tables; rows are added. */
@Repository
class InvitationStore {
  private final JdbcClient jdbc;

  InvitationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest word on each person's invitation; nobody's who was never invited. */
  List<Meeting.Invitation> of(MeetingId meeting) {
    return jdbc.sql(
            """
            select distinct on (person) * from meeting_invitations
            where meeting = :meeting order by person, revision desc
            """)
        .param("meeting", meeting.value())
        .query(InvitationStore::invitation)
        .list();
  }

  /** Sends or withdraws an invitation to one state of a meeting; the same again changes nothing. */
  void add(MeetingId meeting, Meeting.Invitation invitation) {
    jdbc.sql(
            """
            insert into meeting_invitations (meeting, person, revision, withdrawn, sent_at, sent_by)
            values (:meeting, :person, :revision, :withdrawn, :at, :by)
            on conflict do nothing
            """)
        .param("meeting", meeting.value())
        .param("person", invitation.person().value())
        .param("revision", invitation.revision())
        .param("withdrawn", invitation.withdrawn())
        .param("at", invitation.sentAt().atOffset(ZoneOffset.UTC))
        .param("by", invitation.sentBy().value())
        .update();
  }

  /** Who was there, as it was put on record last. */
  Optional<Meeting.Attendance> attendance(MeetingId meeting) {
    return jdbc.sql(
            """
            select * from meeting_attendances where meeting = :meeting order by recorded_at desc limit 1
            """)
        .param("meeting", meeting.value())
        .query(InvitationStore::attendance)
        .optional();
  }

  void add(MeetingId meeting, Meeting.Attendance attendance) {
    jdbc.sql(
            """
            insert into meeting_attendances
              (id, meeting, attended, exposed, recorded_at, recorded_by)
            values (:id, :meeting, :attended, :exposed, :at, :by)
            """)
        .param("id", Uuids.timeOrdered())
        .param("meeting", meeting.value())
        .param("attended", MeetingStore.ids(attendance.attended()))
        .param("exposed", MeetingStore.ids(attendance.exposed()))
        .param("at", attendance.recordedAt().atOffset(ZoneOffset.UTC))
        .param("by", attendance.recordedBy().value())
        .update();
  }

  private static Meeting.Invitation invitation(ResultSet row, int number) throws SQLException {
    return new Meeting.Invitation(
        new PersonId(row.getObject("person", UUID.class)),
        row.getInt("revision"),
        row.getBoolean("withdrawn"),
        instant(row, "sent_at"),
        new PersonId(row.getObject("sent_by", UUID.class)));
  }

  private static Meeting.Attendance attendance(ResultSet row, int number) throws SQLException {
    return new Meeting.Attendance(
        MeetingStore.uuids(row.getArray("attended")).stream().map(PersonId::new).toList(),
        MeetingStore.uuids(row.getArray("exposed")).stream().map(PersonId::new).toList(),
        instant(row, "recorded_at"),
        new PersonId(row.getObject("recorded_by", UUID.class)));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
