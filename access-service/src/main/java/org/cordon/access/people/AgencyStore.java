package org.cordon.access.people;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The {@code agencies} table. */
@Repository
class AgencyStore {
  private final JdbcClient jdbc;

  AgencyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when the case has an agency of that name already. */
  boolean add(CaseId caseId, AgencySummary agency, PeopleStore.Stamp stamp) {
    return jdbc.sql(
                """
                insert into agencies (id, case_id, name, recorded_at, recorded_by)
                values (:id, :case, :name, :at, :by) on conflict (case_id, lower(name)) do nothing
                """)
            .param("id", agency.id().value())
            .param("case", caseId.value())
            .param("name", agency.name())
            .param("at", stamp.at().atOffset(ZoneOffset.UTC))
            .param("by", stamp.by().value())
            .update()
        == 1;
  }

  boolean isIn(CaseId caseId, AgencyId agency) {
    return jdbc.sql("select count(*) from agencies where case_id = :case and id = :id")
            .param("case", caseId.value())
            .param("id", agency.value())
            .query(Long.class)
            .single()
        == 1;
  }

  List<AgencySummary> of(CaseId caseId) {
    return jdbc.sql("select id, name from agencies where case_id = :case order by lower(name), id")
        .param("case", caseId.value())
        .query((row, _) ->
            new AgencySummary(new AgencyId(row.getObject("id", UUID.class)), row.getString("name")))
        .list();
  }
}
