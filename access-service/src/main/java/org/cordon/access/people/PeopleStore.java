package org.cordon.access.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cordon.access.policies.CaseRole;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.Uuids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code case_people} and {@code case_roles}: rows are added, and ended once. */
@Repository
class PeopleStore {
  private static final String PLACES =
      """
      select p.person, p.name, p.agency, a.name as agency_name, j.since,
        coalesce(
          (select n.account from recognitions n where n.person = p.person and n.account <> ''
           order by n.recorded_at desc, n.id desc limit 1),
          (select c.account from accounts c where c.person = p.person)) as account,
        array(select r.role from case_roles r
          where r.case_id = p.case_id and r.person = p.person and r.valid_to is null) as roles,
        (select count(*) + count(r.valid_to) from case_roles r
          where r.case_id = p.case_id and r.person = p.person) + j.changes as revision
      from case_people p
      left join agencies a on a.id = p.agency
      cross join lateral (
        select min(o.valid_from) as since, count(*) + count(o.valid_to) as changes
        from case_people o where o.case_id = p.case_id and o.person = p.person) j
      """;

  private final JdbcClient jdbc;

  PeopleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until the transaction ends, nobody else changes the people of this case. */
  void lock(CaseId caseId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 2))")
        .param("name", "people " + caseId)
        .query((_, _) -> true)
        .single();
  }

  List<PersonInCase> current(CaseId caseId, Optional<PersonId> after, int limit) {
    return jdbc.sql(
            PLACES
                + """
                where p.case_id = :case and p.valid_to is null
                  and (cast(:after as uuid) is null or p.person > :after)
                order by p.person limit :limit
                """)
        .param("case", caseId.value())
        .param("after", after.map(PersonId::value).orElse(null))
        .param("limit", limit)
        .query((row, _) -> place(row))
        .list();
  }

  Optional<PersonInCase> find(CaseId caseId, PersonId person) {
    return jdbc.sql(
            PLACES
                + """
                where p.case_id = :case and p.person = :person and p.valid_to is null
                """)
        .param("case", caseId.value())
        .param("person", person.value())
        .query((row, _) -> place(row))
        .optional();
  }

  /** How many facts are recorded of a place, ended ones included; 0 for a stranger. */
  long revision(CaseId caseId, PersonId person) {
    return jdbc.sql(
            """
            select (select count(*) + count(valid_to) from case_people
                    where case_id = :case and person = :person)
                 + (select count(*) + count(valid_to) from case_roles
                    where case_id = :case and person = :person)
            """)
        .param("case", caseId.value())
        .param("person", person.value())
        .query(Long.class)
        .single();
  }

  void join(CaseId caseId, PersonId person, String name, @Nullable AgencyId agency, Stamp stamp) {
    jdbc.sql(
            """
            insert into case_people
              (id, case_id, person, name, agency, valid_from, recorded_at, recorded_by)
            values (:id, :case, :person, :name, :agency, :at, :at, :by)
            """)
        .param("id", Uuids.timeOrdered())
        .param("case", caseId.value())
        .param("person", person.value())
        .param("name", name)
        .param("agency", agency == null ? null : agency.value())
        .param("at", stamp.moment())
        .param("by", stamp.by().value())
        .update();
  }

  void leave(CaseId caseId, PersonId person, Stamp stamp) {
    jdbc.sql(
            """
            update case_people set valid_to = :at, ended_by = :by, end_recorded_at = :at
            where case_id = :case and person = :person and valid_to is null
            """)
        .param("at", stamp.moment())
        .param("by", stamp.by().value())
        .param("case", caseId.value())
        .param("person", person.value())
        .update();
  }

  void grant(CaseId caseId, PersonId person, CaseRole role, Stamp stamp) {
    jdbc.sql(
            """
            insert into case_roles (id, case_id, person, role, valid_from, recorded_at, recorded_by)
            values (:id, :case, :person, :role, :at, :at, :by)
            """)
        .param("id", Uuids.timeOrdered())
        .param("case", caseId.value())
        .param("person", person.value())
        .param("role", role.name())
        .param("at", stamp.moment())
        .param("by", stamp.by().value())
        .update();
  }

  void end(CaseId caseId, PersonId person, CaseRole role, Stamp stamp) {
    jdbc.sql(
            """
            update case_roles set valid_to = :at, ended_by = :by, end_recorded_at = :at
            where case_id = :case and person = :person and role = :role and valid_to is null
            """)
        .param("at", stamp.moment())
        .param("by", stamp.by().value())
        .param("case", caseId.value())
        .param("person", person.value())
        .param("role", role.name())
        .update();
  }

  long holders(CaseId caseId, CaseRole role) {
    return jdbc.sql(
            """
            select count(*) from case_roles
            where case_id = :case and role = :role and valid_to is null
            """)
        .param("case", caseId.value())
        .param("role", role.name())
        .query(Long.class)
        .single();
  }

  /** The newest name of each person who is or was in the case. */
  List<Named> names(CaseId caseId, List<PersonId> people) {
    return jdbc.sql(
            """
            select distinct on (person) person, name from case_people
            where case_id = :case and person = any (cast(:people as uuid[]))
            order by person, valid_from desc
            """)
        .param("case", caseId.value())
        .param("people", people.stream().map(PersonId::toString).toArray(String[]::new))
        .query((row, _) ->
            new Named(new PersonId(row.getObject("person", UUID.class)), row.getString("name")))
        .list();
  }

  /** The newest name of everybody who is or was in the case. */
  List<Named> everIn(CaseId caseId) {
    return jdbc.sql(
            """
            select distinct on (person) person, name from case_people
            where case_id = :case order by person, valid_from desc
            """)
        .param("case", caseId.value())
        .query((row, _) ->
            new Named(new PersonId(row.getObject("person", UUID.class)), row.getString("name")))
        .list();
  }

  /** The moments at which a place or a role in a case began or ended. */
  List<Instant> moments(CaseId caseId) {
    return jdbc.sql(
            """
            select moment from (
              select valid_from, valid_to from case_people where case_id = :case
              union all
              select valid_from, valid_to from case_roles where case_id = :case
              union all
              select n.recorded_at, null from recognitions n
              where n.person in (select person from case_people where case_id = :case)) f
            cross join lateral (values (valid_from), (valid_to)) as m (moment)
            where moment is not null
            """)
        .param("case", caseId.value())
        .query((row, _) -> row.getObject("moment", OffsetDateTime.class).toInstant())
        .list();
  }

  /** A person and their name in a case. */
  record Named(PersonId person, String name) {}

  /** When and by whom a fact is recorded. */
  record Stamp(Instant at, PersonId by) {
    OffsetDateTime moment() {
      return at.atOffset(ZoneOffset.UTC);
    }
  }

  private static PersonInCase place(ResultSet row) throws SQLException {
    UUID agency = row.getObject("agency", UUID.class);
    return new PersonInCase(
        new PersonId(row.getObject("person", UUID.class)),
        row.getString("name"),
        row.getString("account"),
        agency == null
            ? null
            : new AgencySummary(new AgencyId(agency), row.getString("agency_name")),
        Arrays.stream((String[]) row.getArray("roles").getArray()).map(CaseRole::valueOf).toList(),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        row.getLong("revision"));
  }
}
