package org.cordon.evidence.accountability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cordon.evidence.objects.ObjectName;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.Id;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The {@code amendments} table; rows are only added. */
@Repository
class AmendmentStore {
  private final JdbcClient jdbc;
  private final SealedWords words;

  private record SaidOfAmendment(UUID id, String demandedBy, String why, String changed)
      implements SealedWords.Said {}

  AmendmentStore(JdbcClient jdbc, SealedWords words) {
    this.jdbc = jdbc;
    this.words = words;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void add(CaseId caseId, ItemId paper, AmendmentLine line) {
    PassageId passage = line.passage();
    jdbc.sql(
            """
            insert into amendments
              (id, paper, version, passage, on_behalf_of, said, recorded_at, recorded_by)
            values (:id, :paper, :version, :passage, :behalf, :said, :at, :by)
            """)
        .param("id", line.id())
        .param("paper", paper.value())
        .param("version", line.version().value())
        .param("passage", passage == null ? null : passage.value())
        .param("behalf", line.onBehalfOf().name())
        .param(
            "said",
            words.seal(
                caseId,
                line.version(),
                ObjectName.Part.AMENDMENT,
                new SaidOfAmendment(line.id(), line.demandedBy(), line.why(), line.changed())))
        .param("at", line.recordedAt().atOffset(ZoneOffset.UTC))
        .param("by", line.recordedBy().value())
        .update();
  }

  /** Those tied to one of these versions, oldest first, after one of them. */
  List<AmendmentLine> of(
      CaseId caseId, Collection<VersionId> versions, Optional<UUID> after, int limit) {
    if (versions.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select * from amendments
            where version in (:versions) and (cast(:after as uuid) is null or id > :after)
            order by id limit :limit
            """)
        .param("versions", versions.stream().map(Id::value).toList())
        .param("after", after.orElse(null))
        .param("limit", limit)
        .query((row, _) -> line(caseId, row))
        .list();
  }

  Optional<AmendmentLine> find(CaseId caseId, UUID id) {
    return jdbc.sql("select * from amendments where id = :id")
        .param("id", id)
        .query((row, _) -> line(caseId, row))
        .optional();
  }

  private AmendmentLine line(CaseId caseId, ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    VersionId version = new VersionId(row.getObject("version", UUID.class));
    SaidOfAmendment said =
        words.open(
            new ObjectName(caseId, version, ObjectName.Part.AMENDMENT),
            row.getBytes("said"),
            id,
            SaidOfAmendment.class);
    return new AmendmentLine(
        id,
        version,
        Optional.ofNullable(row.getObject("passage", UUID.class)).map(PassageId::new).orElse(null),
        said.demandedBy(),
        OnBehalfOf.valueOf(row.getString("on_behalf_of")),
        said.why(),
        said.changed(),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        new PersonId(row.getObject("recorded_by", UUID.class)));
  }
}
