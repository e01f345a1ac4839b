package org.cordon.access.proceedings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cordon.access.decisions.Moment;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.ProceedingsId;
import org.cordon.platform.ids.Uuids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tables {@code proceedings}, {@code proceedings_states}, {@code matters}, {@code
 * early_discussions} and {@code charging_agreements}: rows are only added.
 */
@Repository
class ProceedingsStore {
  private final JdbcClient jdbc;

  ProceedingsStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Proceedings without their state. */
  record Opened(ProceedingsId id, ProceedingsKind kind, String title) {}

  /** Until the transaction ends, nobody else changes the proceedings of this case. */
  void lock(CaseId caseId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 4))")
        .param("name", "proceedings " + caseId)
        .query((_, _) -> true)
        .single();
  }

  List<Opened> of(CaseId caseId) {
    return jdbc.sql("select id, kind, title from proceedings where case_id = :case order by id")
        .param("case", caseId.value())
        .query((row, _) ->
            new Opened(
                new ProceedingsId(row.getObject("id", UUID.class)),
                ProceedingsKind.valueOf(row.getString("kind")),
                row.getString("title")))
        .list();
  }

  void open(CaseId caseId, Opened opened, Instant at, PersonId by) {
    jdbc.sql(
            """
            insert into proceedings (id, case_id, kind, title, recorded_at, recorded_by)
            values (:id, :case, :kind, :title, :at, :by)
            """)
        .param("id", opened.id().value())
        .param("case", caseId.value())
        .param("kind", opened.kind().name())
        .param("title", opened.title())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by.value())
        .update();
  }

  void add(CaseId caseId, Opened opened, ProceedingsState state) {
    jdbc.sql(
            """
            insert into proceedings_states (id, proceedings, case_id, kind, revision, status, walled,
              live_since, since, note, recorded_at, recorded_by)
            values (:id, :proceedings, :case, :kind, :revision, :status, :walled, :liveSince, :since,
              :note, :at, :by)
            """)
        .param("id", Uuids.timeOrdered())
        .param("proceedings", opened.id().value())
        .param("case", caseId.value())
        .param("kind", opened.kind().name())
        .param("revision", state.revision())
        .param("status", state.status().name())
        .param("walled", state.walled())
        .param("liveSince", moment(state.liveSince()))
        .param("since", state.since())
        .param("note", state.note())
        .param("at", moment(state.recordedAt()))
        .param("by", state.recordedBy().value())
        .update();
  }

  /** Newest first. */
  List<ProceedingsState> states(ProceedingsId proceedings) {
    return jdbc.sql(
            """
            select revision, status, walled, live_since, since, note, recorded_at, recorded_by
            from proceedings_states where proceedings = :proceedings order by revision desc
            """)
        .param("proceedings", proceedings.value())
        .query((row, _) ->
            new ProceedingsState(
                row.getInt("revision"),
                ProceedingsStatus.valueOf(row.getString("status")),
                row.getBoolean("walled"),
                instant(row, "live_since"),
                row.getObject("since", LocalDate.class),
                row.getString("note"),
                require(instant(row, "recorded_at")),
                new PersonId(row.getObject("recorded_by", UUID.class))))
        .list();
  }

  /** False when the case has a matter of that name. */
  boolean addMatter(CaseId caseId, ProceedingsId proceedings, ProceedingsSummary.Matter matter) {
    return jdbc.sql(
                """
                insert into matters
                  (id, proceedings, case_id, name, description, recorded_at, recorded_by)
                values (:id, :proceedings, :case, :name, :description, :at, :by)
                on conflict (case_id, lower(name)) do nothing
                """)
            .param("id", Uuids.timeOrdered())
            .param("proceedings", proceedings.value())
            .param("case", caseId.value())
            .param("name", matter.name())
            .param("description", matter.description())
            .param("at", moment(matter.recordedAt()))
            .param("by", matter.by().value())
            .update()
        == 1;
  }

  List<ProceedingsSummary.Matter> matters(ProceedingsId proceedings) {
    return jdbc.sql(
            """
            select name, description, recorded_at, recorded_by from matters
            where proceedings = :proceedings order by lower(name)
            """)
        .param("proceedings", proceedings.value())
        .query((row, _) ->
            new ProceedingsSummary.Matter(
                row.getString("name"),
                row.getString("description"),
                require(instant(row, "recorded_at")),
                new PersonId(row.getObject("recorded_by", UUID.class)),
                null))
        .list();
  }

  void addDiscussion(
      ProceedingsId proceedings, RecordEarlyDiscussion discussion, Instant at, PersonId by) {
    jdbc.sql(
            """
            insert into early_discussions (id, proceedings, held_on, participants, timing, conduct,
              contributors, recorded_at, recorded_by)
            values (:id, :proceedings, :heldOn, :participants, :timing, :conduct, :contributors, :at,
              :by)
            """)
        .param("id", Uuids.timeOrdered())
        .param("proceedings", proceedings.value())
        .param("heldOn", discussion.heldOn())
        .param("participants", discussion.participants())
        .param("timing", discussion.timing())
        .param("conduct", discussion.conduct())
        .param("contributors", discussion.contributors())
        .param("at", moment(at))
        .param("by", by.value())
        .update();
  }

  Optional<ProceedingsSummary.EarlyDiscussion> findDiscussion(ProceedingsId proceedings) {
    return jdbc.sql(
            """
            select held_on, participants, timing, conduct, contributors, recorded_at, recorded_by
            from early_discussions where proceedings = :proceedings
            order by recorded_at desc, id desc limit 1
            """)
        .param("proceedings", proceedings.value())
        .query((row, _) ->
            new ProceedingsSummary.EarlyDiscussion(
                row.getObject("held_on", LocalDate.class),
                row.getString("participants"),
                row.getString("timing"),
                row.getString("conduct"),
                row.getString("contributors"),
                require(instant(row, "recorded_at")),
                new PersonId(row.getObject("recorded_by", UUID.class)),
                null))
        .optional();
  }

  void addAgreement(
      ProceedingsId proceedings, int revision, ProceedingsSummary.ChargingAgreement agreement) {
    jdbc.sql(
            """
            insert into charging_agreements
              (id, proceedings, revision, agreed_by, reason, recorded_at, recorded_by)
            values (:id, :proceedings, :revision, :agreedBy, :reason, :at, :by)
            """)
        .param("id", Uuids.timeOrdered())
        .param("proceedings", proceedings.value())
        .param("revision", revision)
        .param("agreedBy", agreement.agreedBy())
        .param("reason", agreement.reason())
        .param("at", moment(agreement.recordedAt()))
        .param("by", agreement.by().value())
        .update();
  }

  Optional<ProceedingsSummary.ChargingAgreement> findAgreement(
      ProceedingsId proceedings, int revision) {
    return jdbc.sql(
            """
            select agreed_by, reason, recorded_at, recorded_by from charging_agreements
            where proceedings = :proceedings and revision = :revision
            order by recorded_at desc, id desc limit 1
            """)
        .param("proceedings", proceedings.value())
        .param("revision", revision)
        .query((row, _) ->
            new ProceedingsSummary.ChargingAgreement(
                row.getString("agreed_by"),
                row.getString("reason"),
                require(instant(row, "recorded_at")),
                new PersonId(row.getObject("recorded_by", UUID.class)),
                null))
        .optional();
  }

  /** What the proceedings of these cases mean as of a moment; cases without any are missing. */
  Map<CaseId, CaseProceedings> meaning(Collection<CaseId> cases, Moment moment) {
    return jdbc
        .sql(
            """
            with stood as (
              select distinct on (s.proceedings) s.proceedings, s.case_id, s.kind, s.revision,
                s.status, s.walled, s.live_since,
                coalesce(cast(:at as timestamptz), 'infinity') as moment
              from proceedings_states s
              where s.case_id = any (cast(:cases as uuid[]))
                and s.recorded_at <= coalesce(cast(:at as timestamptz), 'infinity')
              order by s.proceedings, s.revision desc)
            select case_id,
              max(live_since) filter (where walled) as wall_since,
              bool_or(kind = 'CRIMINAL' and live_since is not null and not exists (
                select from early_discussions e
                where e.proceedings = s.proceedings and e.recorded_at <= moment)) as undiscussed,
              bool_or(kind = 'CRIMINAL' and status = 'CHARGING_DECISION_PENDING' and not exists (
                select from charging_agreements a
                where a.proceedings = s.proceedings and a.revision = s.revision
                  and a.recorded_at <= moment)) as charging_pending
            from stood s group by case_id
            """)
        .param("cases", cases.stream().map(CaseId::toString).toArray(String[]::new))
        .param("at", moment.parameter())
        .query((row, _) ->
            Map.entry(
                new CaseId(row.getObject("case_id", UUID.class)),
                new CaseProceedings(
                    Optional.ofNullable(instant(row, "wall_since")),
                    row.getBoolean("undiscussed"),
                    row.getBoolean("charging_pending"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Whether the newest state of any criminal proceedings of the case is live. */
  boolean hasLiveCriminal(CaseId caseId) {
    return jdbc.sql(
            """
            select exists (
              select from (
                select distinct on (s.proceedings) s.live_since from proceedings_states s
                where s.case_id = :case and s.kind = 'CRIMINAL'
                order by s.proceedings, s.revision desc) newest
              where newest.live_since is not null)
            """)
        .param("case", caseId.value())
        .query(Boolean.class)
        .single();
  }

  /** The moments at which something changed that decisions in this case rest on. */
  List<Instant> moments(CaseId caseId) {
    return jdbc.sql("select recorded_at from proceedings_states where case_id = :case")
        .param("case", caseId.value())
        .query((row, _) -> require(instant(row, "recorded_at")))
        .list();
  }

  private static @Nullable OffsetDateTime moment(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static Instant require(@Nullable Instant at) {
    if (at == null) {
      throw new IllegalStateException("a row without a moment");
    }
    return at;
  }
}
