package org.cordon.access.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cordon.access.decisions.Moment;
import org.cordon.access.decisions.RolesHeld;
import org.cordon.access.policies.CaseRole;
import org.cordon.access.policies.PersonFacts;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.security.OrganisationRole;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The facts about people that decisions rest on: roles in cases, agencies, the organisation. */
@Repository
class PersonFactStore implements RolesHeld {
  private final JdbcClient jdbc;

  PersonFactStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<PersonId, PersonFacts> rolesOf(Set<PersonId> people, Moment moment) {
    Map<PersonId, Held> held = new HashMap<>();
    people.forEach(person -> held.put(person, new Held()));
    jdbc.sql(
            """
            with asked as (
              select unnest(cast(:people as uuid[])) as person, cast(:at as timestamptz) as moment)
            select r.person, r.role, r.case_id, cast(null as text[]) as organisation,
              cast(null as uuid) as agency
            from asked a join case_roles r on r.person = a.person
            where case when a.moment is null then r.valid_to is null
              else r.valid_from <= a.moment and (r.valid_to is null or r.valid_to > a.moment) end
            union all
            select p.person, null, null, null, p.agency
            from asked a join case_people p on p.person = a.person
            where p.agency is not null
              and case when a.moment is null then p.valid_to is null
              else p.valid_from <= a.moment and (p.valid_to is null or p.valid_to > a.moment) end
            union all
            select a.person, null, null, n.organisation_roles, null
            from asked a cross join lateral (
              select organisation_roles from recognitions
              where person = a.person and (a.moment is null or recorded_at <= a.moment)
              order by recorded_at desc, id desc limit 1) n
            """)
        .param("people", people.stream().map(PersonId::toString).toArray(String[]::new))
        .param("at", moment.parameter())
        .query((ResultSet row) -> read(row, held));
    Map<PersonId, PersonFacts> facts = new HashMap<>();
    held.forEach((person, had) -> facts.put(person, had.facts(person)));
    return facts;
  }

  @Override
  public Set<PersonId> peopleIn(CaseId caseId) {
    return jdbc.sql(
            "select distinct person from case_roles where case_id = :case and valid_to is null")
        .param("case", caseId.value())
        .query((row, _) -> new PersonId(row.getObject("person", UUID.class)))
        .set();
  }

  private static void read(ResultSet row, Map<PersonId, Held> held) throws SQLException {
    Held had =
        held.computeIfAbsent(new PersonId(row.getObject("person", UUID.class)), _ -> new Held());
    String role = row.getString("role");
    UUID agency = row.getObject("agency", UUID.class);
    if (role != null) {
      had.roles
          .computeIfAbsent(CaseRole.valueOf(role), _ -> new HashSet<>())
          .add(new CaseId(row.getObject("case_id", UUID.class)));
    } else if (agency != null) {
      had.agencies.add(new AgencyId(agency));
    } else {
      Arrays.stream((String[]) row.getArray("organisation").getArray())
          .map(OrganisationRole::valueOf)
          .forEach(had.organisation::add);
    }
  }

  private static final class Held {
    final Set<OrganisationRole> organisation = EnumSet.noneOf(OrganisationRole.class);
    final Map<CaseRole, Set<CaseId>> roles = new EnumMap<>(CaseRole.class);
    final Set<AgencyId> agencies = new HashSet<>();

    PersonFacts facts(PersonId person) {
      return new PersonFacts(person, organisation, roles, agencies, Map.of(), Set.of());
    }
  }
}
