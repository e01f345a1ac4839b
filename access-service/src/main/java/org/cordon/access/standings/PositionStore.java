package org.cordon.access.standings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cordon.access.decisions.Moment;
import org.cordon.access.decisions.PositionsHeld;
import org.cordon.access.policies.CaseFact;
import org.cordon.access.policies.PersonFacts;
import org.cordon.access.proceedings.CaseProceedings;
import org.cordon.access.proceedings.Proceedings;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What proceedings, standings, declarations and the list of investigators say of people. Who ever
 * was a practitioner or a family member in the case took part: taking the role away takes nobody
 * out of the wall (rule 3).
 */
@Repository
class PositionStore implements PositionsHeld {
  private static final CaseProceedings NOTHING =
      new CaseProceedings(Optional.empty(), false, false);

  private final JdbcClient jdbc;
  private final Proceedings proceedings;

  PositionStore(JdbcClient jdbc, Proceedings proceedings) {
    this.jdbc = jdbc;
    this.proceedings = proceedings;
  }

  private record Place(PersonId person, CaseId caseId) {}

  /** What is recorded of a person in a case. */
  private record Said(
      Optional<Standing.Recorded> standing,
      boolean declared,
      boolean investigator,
      boolean tookPart) {
    static final Said NOTHING = new Said(Optional.empty(), false, false, false);
  }

  @Override
  public Map<PersonId, Map<CaseFact, Set<CaseId>>> positionsOf(
      Collection<PersonFacts> people, Moment moment) {
    Set<CaseId> cases =
        people.stream().flatMap(it -> it.cases().stream()).collect(Collectors.toSet());
    if (cases.isEmpty()) {
      return Map.of();
    }
    Map<CaseId, CaseProceedings> running = proceedings.meaning(cases, moment);
    Map<Place, Said> said = said(people, cases, moment);
    Map<PersonId, Map<CaseFact, Set<CaseId>>> positions = new HashMap<>();
    for (PersonFacts person : people) {
      Map<CaseFact, Set<CaseId>> position = new EnumMap<>(CaseFact.class);
      for (CaseId caseId : person.cases()) {
        holding(
                running.getOrDefault(caseId, NOTHING),
                said.getOrDefault(new Place(person.person(), caseId), Said.NOTHING))
            .forEach(fact -> position.computeIfAbsent(fact, _ -> new HashSet<>()).add(caseId));
      }
      positions.put(person.person(), position);
    }
    return positions;
  }

  private static Set<CaseFact> holding(CaseProceedings running, Said said) {
    Set<CaseFact> facts = new HashSet<>();
    boolean keptApart =
        Standing.effective(said.standing(), said.tookPart(), running.wallSince()).isKeptApart();
    if (running.wallSince().isPresent() && keptApart) {
      facts.add(CaseFact.WALLED);
    }
    if (running.undiscussed()) {
      facts.add(CaseFact.UNDISCUSSED);
    }
    if (running.chargingPending()) {
      facts.add(CaseFact.CHARGING_PENDING);
    }
    if (said.declared()) {
      facts.add(CaseFact.DECLARED);
    }
    if (said.investigator()) {
      facts.add(CaseFact.INVESTIGATOR);
    }
    return facts;
  }

  private Map<Place, Said> said(Collection<PersonFacts> people, Set<CaseId> cases, Moment moment) {
    Map<Place, Said> said = new HashMap<>();
    jdbc.sql(
            """
            with asked as (
              select cast(:people as uuid[]) as people, cast(:cases as uuid[]) as cases,
                coalesce(cast(:at as timestamptz), 'infinity') as moment)
            (select distinct on (s.person, s.case_id) 'standing' as what, s.person, s.case_id,
               s.standing as word, s.recorded_at
             from asked a join standings s
               on s.person = any (a.people) and s.case_id = any (a.cases) and s.recorded_at <= a.moment
             order by s.person, s.case_id, s.revision desc)
            union all
            (select distinct on (d.person, d.case_id) 'declared', d.person, d.case_id,
               d.made::text, d.recorded_at
             from asked a join declarations d
               on d.person = any (a.people) and d.case_id = any (a.cases) and d.recorded_at <= a.moment
             order by d.person, d.case_id, d.revision desc)
            union all
            (select distinct on (i.person, i.case_id) 'investigator', i.person, i.case_id,
               i.listed::text, i.recorded_at
             from asked a join investigators i
               on i.person = any (a.people) and i.case_id = any (a.cases) and i.recorded_at <= a.moment
             order by i.person, i.case_id, i.revision desc)
            union all
            (select distinct 'tookPart', r.person, r.case_id, 'true', cast(null as timestamptz)
             from asked a join case_roles r
               on r.person = any (a.people) and r.case_id = any (a.cases)
               and r.valid_from <= a.moment and r.role in ('CASE_GROUP_MEMBER', 'FAMILY_MEMBER'))
            """)
        .param("people", people.stream().map(it -> it.person().toString()).toArray(String[]::new))
        .param("cases", cases.stream().map(CaseId::toString).toArray(String[]::new))
        .param("at", moment.parameter())
        .query((ResultSet row) -> {
          Place place =
              new Place(
                  new PersonId(row.getObject("person", UUID.class)),
                  new CaseId(row.getObject("case_id", UUID.class)));
          said.merge(place, read(row), PositionStore::together);
        });
    return said;
  }

  private static Said read(ResultSet row) throws SQLException {
    String word = row.getString("word");
    return switch (row.getString("what")) {
      case "standing" ->
          new Said(
              Optional.of(
                  new Standing.Recorded(
                      Standing.valueOf(word),
                      row.getObject("recorded_at", OffsetDateTime.class).toInstant())),
              false,
              false,
              false);
      case "declared" -> new Said(Optional.empty(), Boolean.parseBoolean(word), false, false);
      case "tookPart" -> new Said(Optional.empty(), false, false, true);
      default -> new Said(Optional.empty(), false, Boolean.parseBoolean(word), false);
    };
  }

  private static Said together(Said one, Said other) {
    return new Said(
        one.standing().or(other::standing),
        one.declared() || other.declared(),
        one.investigator() || other.investigator(),
        one.tookPart() || other.tookPart());
  }
}
