package org.cordon.evidence.papers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The {@code papers} table; rows are only added. */
@Repository
class PaperStore {
  private final JdbcClient jdbc;

  PaperStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void add(Paper paper) {
    jdbc.sql("insert into papers (item, case_id, paper_kind) values (:item, :case, :kind)")
        .param("item", paper.id().value())
        .param("case", paper.caseId().value())
        .param("kind", paper.kind().name())
        .update();
  }

  Optional<Paper> find(ItemId item) {
    return jdbc.sql("select item, case_id, paper_kind from papers where item = :item")
        .param("item", item.value())
        .query((row, _) -> paper(row))
        .optional();
  }

  /** Papers of a case, newest first, after one of them. */
  List<Paper> of(CaseId caseId, Optional<PaperKind> kind, Optional<ItemId> after, int limit) {
    return jdbc.sql(
            """
            select item, case_id, paper_kind from papers
            where case_id = :case
              and (cast(:kind as text) is null or paper_kind = :kind)
              and (cast(:after as uuid) is null or item < :after)
            order by item desc limit :limit
            """)
        .param("case", caseId.value())
        .param("kind", kind.map(PaperKind::name).orElse(null))
        .param("after", after.map(ItemId::value).orElse(null))
        .param("limit", limit)
        .query((row, _) -> paper(row))
        .list();
  }

  private static Paper paper(ResultSet row) throws SQLException {
    return new Paper(
        new ItemId(row.getObject("item", UUID.class)),
        new CaseId(row.getObject("case_id", UUID.class)),
        PaperKind.valueOf(row.getString("paper_kind")));
  }
}
