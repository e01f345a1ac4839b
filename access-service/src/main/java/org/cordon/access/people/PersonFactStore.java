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
import org.cordon.access.decisions.RolesHeld;
import org.cordon.access.policies.CaseRole;
import org.cordon.access.policies.PersonFacts;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.security.OrganisationRole;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The facts about people that decisions rest on: roles in cases, and in the organisation. */
@Repository
class PersonFactStore implements RolesHeld {
  private final JdbcClient jdbc;

  PersonFactStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<PersonId, PersonFacts> factsOf(Set<PersonId> people) {
    Map<PersonId, Held> held = new HashMap<>();
    people.forEach(person -> held.put(person, new Held()));
    jdbc.sql(
            """
            with asked as (select unnest(cast(:people as uuid[])) as person)
            select r.person, r.role, r.case_id, null as organisation
            from case_roles r where r.person in (select person from asked) and r.valid_to is null
            union all
            select a.person, null, null, n.organisation_roles
            from asked a cross join lateral (
              select organisation_roles from recognitions where person = a.person
              order by recorded_at desc, id desc limit 1) n
            """)
        .param("people", people.stream().map(PersonId::toString).toArray(String[]::new))
        .query((ResultSet row) -> read(row, held));
    Map<PersonId, PersonFacts> facts = new HashMap<>();
    held.forEach(
        (person, had) -> facts.put(person, new PersonFacts(person, had.organisation, had.roles)));
    return facts;
  }

  private static void read(ResultSet row, Map<PersonId, Held> held) throws SQLException {
    Held had =
        held.computeIfAbsent(new PersonId(row.getObject("person", UUID.class)), _ -> new Held());
    String role = row.getString("role");
    if (role == null) {
      Arrays.stream((String[]) row.getArray("organisation").getArray())
          .map(OrganisationRole::valueOf)
          .forEach(had.organisation::add);
    } else {
      had.roles
          .computeIfAbsent(CaseRole.valueOf(role), _ -> new HashSet<>())
          .add(new CaseId(row.getObject("case_id", UUID.class)));
    }
  }

  private static final class Held {
    final Set<OrganisationRole> organisation = EnumSet.noneOf(OrganisationRole.class);
    final Map<CaseRole, Set<CaseId>> roles = new EnumMap<>(CaseRole.class);
  }
}
