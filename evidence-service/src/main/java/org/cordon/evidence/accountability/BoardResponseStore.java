package org.cordon.evidence.accountability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
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

/** The {@code board_responses} table; rows are only added, and the newest of an issue holds. */
@Repository
class BoardResponseStore {
  private final JdbcClient jdbc;
  private final SealedWords words;

  private record SaidByBoard(UUID id, String text, String by) implements SealedWords.Said {}

  BoardResponseStore(JdbcClient jdbc, SealedWords words) {
    this.jdbc = jdbc;
    this.words = words;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void add(CaseId caseId, ItemId paper, BoardResponse response) {
    jdbc.sql(
            """
            insert into board_responses
              (id, paper, version, passage, responded_on, said, recorded_at, recorded_by)
            values (:id, :paper, :version, :passage, :on, :said, :at, :by)
            """)
        .param("id", response.id())
        .param("paper", paper.value())
        .param("version", response.version().value())
        .param("passage", response.passage().value())
        .param("on", response.on())
        .param(
            "said",
            words.seal(
                caseId,
                response.version(),
                ObjectName.Part.RESPONSE,
                new SaidByBoard(response.id(), response.text(), response.by())))
        .param("at", response.recordedAt().atOffset(ZoneOffset.UTC))
        .param("by", response.recordedBy().value())
        .update();
  }

  /** Those tied to one of these versions, oldest first, after one of them. */
  List<BoardResponse> of(
      CaseId caseId, Collection<VersionId> versions, Optional<UUID> after, int limit) {
    if (versions.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select * from board_responses
            where version in (:versions) and (cast(:after as uuid) is null or id > :after)
            order by id limit :limit
            """)
        .param("versions", versions.stream().map(Id::value).toList())
        .param("after", after.orElse(null))
        .param("limit", limit)
        .query((row, _) -> response(caseId, row))
        .list();
  }

  /** The ones that hold among those tied to these versions: of each issue the newest. */
  List<BoardResponse> holding(CaseId caseId, Collection<VersionId> versions) {
    if (versions.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select distinct on (paper, passage) * from board_responses
            where version in (:versions)
            order by paper, passage, id desc
            """)
        .param("versions", versions.stream().map(Id::value).toList())
        .query((row, _) -> response(caseId, row))
        .list();
  }

  /** The versions of these papers that a response is tied to. */
  List<VersionId> tiedTo(Collection<ItemId> papers) {
    if (papers.isEmpty()) {
      return List.of();
    }
    return jdbc.sql("select distinct version from board_responses where paper in (:papers)")
        .param("papers", papers.stream().map(Id::value).toList())
        .query((row, _) -> new VersionId(row.getObject(1, UUID.class)))
        .list();
  }

  Optional<BoardResponse> find(CaseId caseId, UUID id) {
    return jdbc.sql("select * from board_responses where id = :id")
        .param("id", id)
        .query((row, _) -> response(caseId, row))
        .optional();
  }

  private BoardResponse response(CaseId caseId, ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    VersionId version = new VersionId(row.getObject("version", UUID.class));
    SaidByBoard said =
        words.open(
            new ObjectName(caseId, version, ObjectName.Part.RESPONSE),
            row.getBytes("said"),
            id,
            SaidByBoard.class);
    return new BoardResponse(
        id,
        version,
        new PassageId(row.getObject("passage", UUID.class)),
        said.text(),
        said.by(),
        row.getObject("responded_on", LocalDate.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        new PersonId(row.getObject("recorded_by", UUID.class)));
  }
}
