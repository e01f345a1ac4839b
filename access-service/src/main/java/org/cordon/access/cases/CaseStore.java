package org.cordon.access.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The {@code cases} table. */
@Repository
class CaseStore {
  private final JdbcClient jdbc;

  CaseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(CaseSummary opened, PersonId by, Instant at) {
    jdbc.sql(
            """
            insert into cases
              (id, reference, title, review_type, opened_on, opened_by, recorded_at)
            values (:id, :reference, :title, :reviewType, :openedOn, :by, :at)
            """)
        .param("id", opened.id().value())
        .param("reference", opened.reference())
        .param("title", opened.title())
        .param("reviewType", opened.reviewType())
        .param("openedOn", opened.openedOn())
        .param("by", by.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Those of these cases that come after a cursor, newest first, without anybody's roles. */
  List<CaseSummary> of(Set<CaseId> cases, Optional<CaseId> after, int limit) {
    return jdbc.sql(
            """
            select id, reference, title, review_type, opened_on from cases
            where id = any (cast(:cases as uuid[]))
              and (cast(:after as uuid) is null or id < :after)
            order by id desc limit :limit
            """)
        .param("cases", cases.stream().map(CaseId::toString).toArray(String[]::new))
        .param("after", after.map(CaseId::value).orElse(null))
        .param("limit", limit)
        .query((row, _) ->
            new CaseSummary(
                new CaseId(row.getObject("id", UUID.class)),
                row.getString("reference"),
                row.getString("title"),
                row.getString("review_type"),
                row.getObject("opened_on", LocalDate.class),
                List.of()))
        .list();
  }
}
