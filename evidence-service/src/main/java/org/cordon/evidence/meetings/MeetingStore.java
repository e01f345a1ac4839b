package org.cordon.evidence.meetings;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cordon.evidence.objects.ObjectName;
import org.cordon.evidence.objects.SealedBytes;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.Id;
import org.cordon.platform.ids.MeetingId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.Uuids;
import org.cordon.platform.ids.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The {@code meetings} and {@code meeting_states} tables; rows are added, the newest state counts.
 */
@Repository
class MeetingStore {
  private static final String SELECT =
      """
      select m.id as meeting_id, m.case_id, m.kind, s.*
      from meetings m join meeting_states s on s.meeting = m.id
      """;
  private static final String NEWEST =
      " s.revision = (select max(revision) from meeting_states where meeting = m.id) ";

  private final JdbcClient jdbc;
  private final SealedBytes seals;
  private final JsonMapper json;

  /** What is sealed of a plan. */
  private record Words(String title, String place, List<AgendaLine> agenda) {}

  MeetingStore(JdbcClient jdbc, SealedBytes seals, JsonMapper json) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.json = json;
  }

  /** Holds everybody else back who would change this. */
  void lock(Id id) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 6))")
        .param("name", "meetings " + id.value())
        .query((_, _) -> true)
        .single();
  }

  int count(CaseId caseId) {
    return jdbc.sql("select count(*) from meetings where case_id = :case")
        .param("case", caseId.value())
        .query(Integer.class)
        .single();
  }

  void arrange(Meeting first) {
    jdbc.sql(
            """
            insert into meetings (id, case_id, kind, arranged_at, arranged_by)
            values (:id, :case, :kind, :at, :by)
            """)
        .param("id", first.id().value())
        .param("case", first.caseId().value())
        .param("kind", first.kind().name())
        .param("at", first.savedAt().atOffset(ZoneOffset.UTC))
        .param("by", first.savedBy().value())
        .update();
    add(first);
  }

  void add(Meeting state) {
    UUID id = Uuids.timeOrdered();
    MeetingPlan plan = state.plan();
    String words = json.writeValueAsString(new Words(plan.title(), plan.place(), plan.agenda()));
    jdbc.sql(
            """
            insert into meeting_states
              (id, meeting, revision, starts_at, ends_at, words, papers, invited, saved_at, saved_by)
            values
              (:id, :meeting, :revision, :starts, :ends, :words, :papers, :invited, :at, :by)
            """)
        .param("id", id)
        .param("meeting", state.id().value())
        .param("revision", state.revision())
        .param("starts", plan.at().atOffset(ZoneOffset.UTC))
        .param("ends", plan.until().map(end -> end.atOffset(ZoneOffset.UTC)).orElse(null))
        .param("words", seals.sealWords(name(state.caseId(), id), words))
        .param("papers", ids(plan.papers()))
        .param("invited", ids(plan.invited()))
        .param("at", state.savedAt().atOffset(ZoneOffset.UTC))
        .param("by", state.savedBy().value())
        .update();
  }

  /** A meeting as it is now. */
  Optional<Meeting> find(MeetingId id) {
    return jdbc.sql(SELECT + "where m.id = :id and" + NEWEST)
        .param("id", id.value())
        .query((row, _) -> meeting(row))
        .optional();
  }

  /** A meeting as it was in one of its states. */
  Optional<Meeting> find(MeetingId id, int revision) {
    return jdbc.sql(SELECT + "where m.id = :id and s.revision = :revision")
        .param("id", id.value())
        .param("revision", revision)
        .query((row, _) -> meeting(row))
        .optional();
  }

  /** The meetings of a case as they are now, newest arranged first. */
  List<Meeting> of(CaseId caseId, Optional<MeetingId> after, int limit) {
    return jdbc.sql(
            SELECT
                + "where m.case_id = :case and (cast(:after as uuid) is null or m.id < :after) and"
                + NEWEST
                + "order by m.id desc limit :limit")
        .param("case", caseId.value())
        .param("after", after.map(MeetingId::value).orElse(null))
        .param("limit", limit)
        .query((row, _) -> meeting(row))
        .list();
  }

  /** The meetings of a case that were sent to a person, each as it was sent to them last. */
  List<Meeting> sentTo(PersonId person, CaseId caseId, Optional<MeetingId> after, int limit) {
    return jdbc.sql(
            SELECT
                + """
                join (select distinct on (meeting) meeting, revision, withdrawn
                      from meeting_invitations where person = :person
                      order by meeting, revision desc) i
                  on i.meeting = m.id and i.revision = s.revision and not i.withdrawn
                where m.case_id = :case and (cast(:after as uuid) is null or m.id < :after)
                order by m.id desc limit :limit
                """)
        .param("person", person.value())
        .param("case", caseId.value())
        .param("after", after.map(MeetingId::value).orElse(null))
        .param("limit", limit)
        .query((row, _) -> meeting(row))
        .list();
  }

  private Meeting meeting(ResultSet row) throws SQLException {
    CaseId caseId = new CaseId(row.getObject("case_id", UUID.class));
    Words words =
        json.readValue(
            seals.openWords(name(caseId, row.getObject("id", UUID.class)), row.getBytes("words")),
            Words.class);
    OffsetDateTime end = row.getObject("ends_at", OffsetDateTime.class);
    return new Meeting(
        new MeetingId(row.getObject("meeting_id", UUID.class)),
        caseId,
        MeetingKind.valueOf(row.getString("kind")),
        row.getInt("revision"),
        new MeetingPlan(
            words.title(),
            row.getObject("starts_at", OffsetDateTime.class).toInstant(),
            Optional.ofNullable(end).map(OffsetDateTime::toInstant),
            words.place(),
            words.agenda(),
            uuids(row.getArray("papers")).stream().map(VersionId::new).toList(),
            uuids(row.getArray("invited")).stream().map(PersonId::new).toList()),
        row.getObject("saved_at", OffsetDateTime.class).toInstant(),
        new PersonId(row.getObject("saved_by", UUID.class)));
  }

  static UUID[] ids(List<? extends Id> ids) {
    return ids.stream().map(Id::value).toArray(UUID[]::new);
  }

  static List<UUID> uuids(Array array) throws SQLException {
    return Arrays.asList((UUID[]) array.getArray());
  }

  private static ObjectName name(CaseId caseId, UUID row) {
    return new ObjectName(caseId, new VersionId(row), ObjectName.Part.MEETING);
  }
}
