package org.cordon.evidence.drafts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The {@code drafts} table. The row of an open draft is locked by whoever changes it. */
@Repository
class DraftStore {
  private final JdbcClient jdbc;

  DraftStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Adds a draft.
   *
   * @return false when the item has an open one or one of that number
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean add(Draft draft) {
    return jdbc.sql(
                """
                insert into drafts
                  (version, item, case_id, kind, structure, number, title, title_revision,
                   passages, characters, begun_at, begun_by)
                values
                  (:version, :item, :case, :kind, :structure, :number, :title, :revision,
                   cast(:passages as uuid[]), :characters, :at, :by)
                on conflict do nothing
                """)
            .param("version", draft.version().value())
            .param("item", draft.item().value())
            .param("case", draft.caseId().value())
            .param("kind", draft.kind().name())
            .param("structure", draft.structure())
            .param("number", draft.number())
            .param("title", draft.title())
            .param("revision", draft.titleRevision())
            .param("passages", array(draft.order()))
            .param("characters", draft.characters())
            .param("at", draft.begunAt().atOffset(ZoneOffset.UTC))
            .param("by", draft.begunBy().value())
            .update()
        == 1;
  }

  /** The newest draft of an item, open or frozen. */
  Optional<Draft> newest(ItemId item) {
    return jdbc.sql("select * from drafts where item = :item order by number desc limit 1")
        .param("item", item.value())
        .query((row, _) -> draft(row))
        .optional();
  }

  Optional<Draft> find(VersionId version) {
    return jdbc.sql("select * from drafts where version = :version")
        .param("version", version.value())
        .query((row, _) -> draft(row))
        .optional();
  }

  /** The draft, locked against everybody else who would change it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Draft lock(VersionId version) {
    return jdbc.sql("select * from drafts where version = :version for update")
        .param("version", version.value())
        .query((row, _) -> draft(row))
        .single();
  }

  /** Changes what a draft is made of; lock it first. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void arrange(VersionId version, List<PassageId> order, int characters) {
    jdbc.sql(
            """
            update drafts set passages = cast(:passages as uuid[]), characters = :characters
            where version = :version
            """)
        .param("passages", array(order))
        .param("characters", characters)
        .param("version", version.value())
        .update();
  }

  /** Changes the title; lock the draft first. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void retitle(VersionId version, String title) {
    jdbc.sql(
            """
            update drafts set title = :title, title_revision = title_revision + 1
            where version = :version
            """)
        .param("title", title)
        .param("version", version.value())
        .update();
  }

  /** Ends a draft; lock it first. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void freeze(VersionId version, Draft.Frozen frozen) {
    jdbc.sql(
            """
            update drafts set frozen_at = :at, frozen_by = :by, ledger_entry = :entry
            where version = :version
            """)
        .param("at", frozen.at().atOffset(ZoneOffset.UTC))
        .param("by", frozen.by().value())
        .param("entry", frozen.decision().value())
        .param("version", version.value())
        .update();
  }

  private static String array(List<PassageId> order) {
    return order.stream().map(PassageId::toString).collect(Collectors.joining(",", "{", "}"));
  }

  private static Draft draft(ResultSet row) throws SQLException {
    return new Draft(
        new VersionId(row.getObject("version", UUID.class)),
        new ItemId(row.getObject("item", UUID.class)),
        new CaseId(row.getObject("case_id", UUID.class)),
        ItemKind.valueOf(row.getString("kind")),
        row.getString("structure"),
        row.getInt("number"),
        row.getString("title"),
        row.getInt("title_revision"),
        Arrays.stream((UUID[]) row.getArray("passages").getArray()).map(PassageId::new).toList(),
        row.getInt("characters"),
        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
        new PersonId(row.getObject("begun_by", UUID.class)),
        frozen(row));
  }

  private static Optional<Draft.Frozen> frozen(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("frozen_at", OffsetDateTime.class);
    if (at == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Draft.Frozen(
            at.toInstant(),
            new PersonId(row.getObject("frozen_by", UUID.class)),
            new LedgerEntryId(row.getObject("ledger_entry", UUID.class))));
  }
}
