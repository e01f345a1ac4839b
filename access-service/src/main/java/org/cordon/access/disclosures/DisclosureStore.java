package org.cordon.access.disclosures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cordon.access.decisions.DisclosuresHeld;
import org.cordon.access.decisions.Moment;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.DisclosureId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.Uuids;
import org.cordon.platform.ids.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The {@code disclosures} and their states: rows are added; a state is the newest row. */
@Repository
class DisclosureStore implements DisclosuresHeld {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  DisclosureStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A request without its states. */
  record Requested(
      DisclosureId id,
      CaseId caseId,
      VersionId version,
      PersonId recipient,
      String purpose,
      PersonId requester,
      Instant at) {}

  @Override
  public Map<PersonId, Set<VersionId>> effectiveFor(Set<PersonId> people, Moment moment) {
    Map<PersonId, Set<VersionId>> effective = new HashMap<>();
    jdbc.sql(
            """
            with asked as (
              select cast(:people as uuid[]) as people,
                coalesce(cast(:at as timestamptz), 'infinity') as moment,
                coalesce(cast(:at as timestamptz), now()) as clock)
            select d.recipient, d.version
            from asked a join disclosures d on d.recipient = any (a.people)
            cross join lateral (
              select s.state, s.expires from disclosure_states s
              where s.disclosure = d.id and s.recorded_at <= a.moment
              order by s.revision desc limit 1) newest
            where newest.state = 'APPROVED' and newest.expires > a.clock
            """)
        .param("people", texts(people))
        .param("at", moment.parameter())
        .query((ResultSet row) -> {
          effective
              .computeIfAbsent(
                  new PersonId(row.getObject("recipient", UUID.class)), _ -> new HashSet<>())
              .add(new VersionId(row.getObject("version", UUID.class)));
        });
    return effective;
  }

  /** Until the transaction ends, nobody else changes a disclosure of this case or asks for one. */
  void lock(CaseId caseId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 7))")
        .param("name", "disclosures of " + caseId)
        .query((_, _) -> true)
        .single();
  }

  void add(Requested requested) {
    jdbc.sql(
            """
            insert into disclosures
              (id, case_id, version, recipient, purpose, requester, recorded_at)
            values (:id, :case, :version, :recipient, :purpose, :requester, :at)
            """)
        .param("id", requested.id().value())
        .param("case", requested.caseId().value())
        .param("version", requested.version().value())
        .param("recipient", requested.recipient().value())
        .param("purpose", requested.purpose())
        .param("requester", requested.requester().value())
        .param("at", requested.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  void add(Requested requested, DisclosureSummary.Step step) {
    jdbc.sql(
            """
            insert into disclosure_states (id, disclosure, requester, revision, state, reason,
              consultations, expires, recorded_by, recorded_at)
            select :id, :disclosure, :requester, 1 + coalesce(max(revision), 0), :state, :reason,
              cast(:consultations as jsonb), :expires, :by, :at
            from disclosure_states where disclosure = :disclosure
            """)
        .param("id", Uuids.timeOrdered())
        .param("disclosure", requested.id().value())
        .param("requester", requested.requester().value())
        .param("state", step.state().name())
        .param("reason", step.reason())
        .param("consultations", json.writeValueAsString(step.consultations()))
        .param("expires", step.expires() == null ? null : step.expires().atOffset(ZoneOffset.UTC))
        .param("by", step.by() == null ? null : step.by().value())
        .param("at", step.recordedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Requested> find(DisclosureId id) {
    return jdbc.sql("select * from disclosures where id = :id")
        .param("id", id.value())
        .query((row, _) -> requested(row))
        .optional();
  }

  /** The requests of a case, newest first. */
  List<Requested> of(CaseId caseId, Optional<DisclosureId> after, int limit) {
    return jdbc.sql(
            """
            select * from disclosures
            where case_id = :case and (cast(:after as uuid) is null or id < :after)
            order by id desc limit :limit
            """)
        .param("case", caseId.value())
        .param("after", after.map(DisclosureId::value).orElse(null))
        .param("limit", limit)
        .query((row, _) -> requested(row))
        .list();
  }

  /** Requests of these versions, for the same person and of the same case as asked. */
  List<Requested> alike(RequestDisclosure command, PersonId requester) {
    return jdbc.sql(
            """
            select * from disclosures where version = :version and recipient = :recipient
              and requester = :requester and purpose = :purpose order by id desc
            """)
        .param("version", command.version().value())
        .param("recipient", command.recipient().value())
        .param("requester", requester.value())
        .param("purpose", command.purpose())
        .query((row, _) -> requested(row))
        .list();
  }

  /** A request with its newest state. */
  record Open(Requested requested, DisclosureState state, int revision) {}

  /** Those of a case on which may still be decided. */
  List<Open> open(CaseId caseId) {
    return jdbc
        .sql(
            """
            select d.*, newest.state, newest.revision from disclosures d cross join lateral (
              select s.state, s.revision from disclosure_states s where s.disclosure = d.id
              order by s.revision desc limit 1) newest
            where d.case_id = :case
            """)
        .param("case", caseId.value())
        .query((row, _) ->
            new Open(
                requested(row),
                DisclosureState.valueOf(row.getString("state")),
                row.getInt("revision")))
        .list()
        .stream()
        .filter(it -> it.state().isOpen())
        .toList();
  }

  /** Takes down that something moved after the newest state. */
  void add(Open touched, DisclosureMove move) {
    jdbc.sql(
            """
            insert into disclosure_moves (id, disclosure, after_revision, cause, recorded_at)
            values (:id, :disclosure, :revision, :cause, :at)
            """)
        .param("id", Uuids.timeOrdered())
        .param("disclosure", touched.requested().id().value())
        .param("revision", touched.revision())
        .param("cause", move.cause().name())
        .param("at", move.recordedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** What moved since somebody asked or decided, newest first. */
  List<DisclosureMove> moves(DisclosureId disclosure) {
    return jdbc.sql(
            """
            select cause, recorded_at from disclosure_moves
            where disclosure = :disclosure and after_revision >= (
              select max(revision) from disclosure_states
              where disclosure = :disclosure and recorded_by is not null)
            order by id desc
            """)
        .param("disclosure", disclosure.value())
        .query((row, _) ->
            new DisclosureMove(
                DisclosureMove.Cause.valueOf(row.getString("cause")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Those of these whose newest state is an approval. */
  Set<DisclosureId> approved(Collection<DisclosureId> disclosures) {
    return jdbc.sql(
            """
            select newest.disclosure from (
              select distinct on (disclosure) disclosure, state from disclosure_states
              where disclosure = any (cast(:disclosures as uuid[]))
              order by disclosure, revision desc) newest
            where newest.state = 'APPROVED'
            """)
        .param("disclosures", texts(disclosures))
        .query((row, _) -> new DisclosureId(row.getObject("disclosure", UUID.class)))
        .set();
  }

  /** The states of a disclosure, newest first. */
  List<DisclosureSummary.Step> states(DisclosureId disclosure) {
    return jdbc.sql(
            """
            select state, reason, consultations, expires, recorded_by, recorded_at
            from disclosure_states where disclosure = :disclosure order by revision desc
            """)
        .param("disclosure", disclosure.value())
        .query((row, _) -> step(row))
        .list();
  }

  /** The moments at which a disclosure of one of these versions began or ceased to be effective. */
  List<Instant> moments(Collection<VersionId> versions) {
    return jdbc.sql(
            """
            select moment from disclosures d join disclosure_states s on s.disclosure = d.id
            cross join lateral (values (s.recorded_at), (s.expires)) as m (moment)
            where d.version = any (cast(:versions as uuid[])) and moment is not null
            """)
        .param("versions", texts(versions))
        .query((row, _) -> row.getObject("moment", OffsetDateTime.class).toInstant())
        .list();
  }

  private DisclosureSummary.Step step(ResultSet row) throws SQLException {
    UUID by = row.getObject("recorded_by", UUID.class);
    OffsetDateTime expires = row.getObject("expires", OffsetDateTime.class);
    return new DisclosureSummary.Step(
        DisclosureState.valueOf(row.getString("state")),
        row.getString("reason"),
        Arrays.asList(
            json.readValue(row.getString("consultations"), DisclosureSummary.Consultation[].class)),
        expires == null ? null : expires.toInstant(),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        by == null ? null : new PersonId(by),
        null);
  }

  private static Requested requested(ResultSet row) throws SQLException {
    return new Requested(
        new DisclosureId(row.getObject("id", UUID.class)),
        new CaseId(row.getObject("case_id", UUID.class)),
        new VersionId(row.getObject("version", UUID.class)),
        new PersonId(row.getObject("recipient", UUID.class)),
        row.getString("purpose"),
        new PersonId(row.getObject("requester", UUID.class)),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }

  private static String[] texts(Collection<?> ids) {
    return ids.stream().map(Object::toString).toArray(String[]::new);
  }
}
