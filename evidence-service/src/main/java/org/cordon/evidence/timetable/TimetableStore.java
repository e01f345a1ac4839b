package org.cordon.evidence.timetable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cordon.evidence.objects.ObjectName;
import org.cordon.evidence.objects.SealedBytes;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.MilestoneId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.Uuids;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The {@code timetables}, {@code milestones} and {@code milestone_states} tables; rows are added.
 */
@Repository
class TimetableStore {
  private final JdbcClient jdbc;
  private final SealedBytes seals;

  /** A state with the milestone that it is of. */
  private record Row(MilestoneId milestone, Stage stage, Milestone.State state) {}

  TimetableStore(JdbcClient jdbc, SealedBytes seals) {
    this.jdbc = jdbc;
    this.seals = seals;
  }

  /** The day on which the review started; empty when no timetable is set out. */
  Optional<LocalDate> start(CaseId caseId) {
    return jdbc.sql("select starts_on from timetables where case_id = :case")
        .param("case", caseId.value())
        .query(LocalDate.class)
        .optional();
  }

  /**
   * Begins a timetable.
   *
   * @return false when the case has one
   */
  boolean begin(CaseId caseId, LocalDate start, Instant at, PersonId by) {
    return jdbc.sql(
                """
                insert into timetables (case_id, starts_on, set_out_at, set_out_by)
                values (:case, :start, :at, :by) on conflict do nothing
                """)
            .param("case", caseId.value())
            .param("start", start)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("by", by.value())
            .update()
        == 1;
  }

  /** Holds everybody else back who would change the timetable of this case. */
  void lock(CaseId caseId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 6))")
        .param("name", "timetable " + caseId)
        .query((_, _) -> true)
        .single();
  }

  void add(CaseId caseId, MilestoneId id, Stage stage, Milestone.State first) {
    jdbc.sql(
            """
            insert into milestones (id, case_id, stage, added_at, added_by)
            values (:id, :case, :stage, :at, :by)
            """)
        .param("id", id.value())
        .param("case", caseId.value())
        .param("stage", stage.name())
        .param("at", first.savedAt().atOffset(ZoneOffset.UTC))
        .param("by", first.savedBy().value())
        .update();
    add(caseId, id, first);
  }

  void add(CaseId caseId, MilestoneId id, Milestone.State state) {
    UUID row = Uuids.timeOrdered();
    jdbc.sql(
            """
            insert into milestone_states
              (id, milestone, revision, name, due, done_on, because, note, saved_at, saved_by)
            values (:id, :milestone, :revision, :name, :due, :done, :because, :note, :at, :by)
            """)
        .param("id", row)
        .param("milestone", id.value())
        .param("revision", state.revision())
        .param("name", state.name())
        .param("due", state.due())
        .param("done", state.doneOn())
        .param("because", state.because() == null ? null : state.because().name())
        .param("note", sealed(caseId, row, state.note()))
        .param("at", state.savedAt().atOffset(ZoneOffset.UTC))
        .param("by", state.savedBy().value())
        .update();
  }

  /** The milestones of a case by the day on which they are due. */
  List<Milestone> of(CaseId caseId) {
    Map<MilestoneId, List<Row>> rows = new LinkedHashMap<>();
    jdbc.sql(
            """
            select m.stage, s.* from milestone_states s join milestones m on m.id = s.milestone
            where m.case_id = :case order by s.milestone, s.revision desc
            """)
        .param("case", caseId.value())
        .query((row, _) -> row(caseId, row))
        .list()
        .forEach(row -> rows.computeIfAbsent(row.milestone(), _ -> new ArrayList<>()).add(row));
    return rows.values().stream()
        .map(states ->
            new Milestone(
                states.getFirst().milestone(),
                states.getFirst().stage(),
                states.stream().map(Row::state).toList()))
        .sorted(
            Comparator.comparing((Milestone it) -> it.now().due())
                .thenComparing(it -> it.id().value()))
        .toList();
  }

  /** Of which case a milestone is. */
  Optional<CaseId> caseOf(MilestoneId id) {
    return jdbc.sql("select case_id from milestones where id = :id")
        .param("id", id.value())
        .query(UUID.class)
        .optional()
        .map(CaseId::new);
  }

  private Row row(CaseId caseId, ResultSet row) throws SQLException {
    String because = row.getString("because");
    return new Row(
        new MilestoneId(row.getObject("milestone", UUID.class)),
        Stage.valueOf(row.getString("stage")),
        new Milestone.State(
            row.getInt("revision"),
            row.getString("name"),
            row.getObject("due", LocalDate.class),
            row.getObject("done_on", LocalDate.class),
            because == null ? null : Delay.valueOf(because),
            opened(caseId, row.getObject("id", UUID.class), row.getBytes("note")),
            row.getObject("saved_at", OffsetDateTime.class).toInstant(),
            new PersonId(row.getObject("saved_by", UUID.class))));
  }

  private byte @Nullable [] sealed(CaseId caseId, UUID row, @Nullable String note) {
    return note == null ? null : seals.sealWords(name(caseId, row), note);
  }

  private @Nullable String opened(CaseId caseId, UUID row, byte @Nullable [] note) {
    return note == null ? null : seals.openWords(name(caseId, row), note);
  }

  private static ObjectName name(CaseId caseId, UUID row) {
    return new ObjectName(caseId, new VersionId(row), ObjectName.Part.TIMETABLE);
  }
}
