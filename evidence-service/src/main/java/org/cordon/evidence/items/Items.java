package org.cordon.evidence.items;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cordon.evidence.changes.Changes;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.Id;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The {@code items}, {@code versions} and {@code extractions} tables. Rows of the first two are
 * only added; every move of a state is told to the feed in the same transaction.
 */
@Component
public class Items {
  private final JdbcClient jdbc;
  private final Changes changes;
  private final Clock clock;

  Items(JdbcClient jdbc, Changes changes, Clock clock) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.clock = clock;
  }

  /** Adds an item with its first version to the running transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void addItem(Version first) {
    jdbc.sql(
            """
            insert into items (id, case_id, kind, created_at, created_by)
            values (:id, :case, :kind, :at, :by)
            """)
        .param("id", first.item().value())
        .param("case", first.caseId().value())
        .param("kind", first.kind().name())
        .param("at", first.received().at().atOffset(ZoneOffset.UTC))
        .param("by", first.received().by().value())
        .update();
    insert(first);
  }

  /**
   * Adds the version after {@code newest} to the running transaction; call {@link #lockNewest}
   * first.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void addVersion(Version next, VersionId newest) {
    insert(next);
    changes.record(newest, Changes.Kind.STATE);
  }

  /**
   * The newest version of an item, locked against another being added before the transaction ends.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Version> lockNewest(ItemId item) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:item, 2))")
        .param("item", item.toString())
        .query((_, _) -> true)
        .single();
    return newest(item);
  }

  /** The newest version of an item. */
  public Optional<Version> newest(ItemId item) {
    return jdbc.sql(VersionRows.SELECT + "where v.item_id = :item order by v.number desc limit 1")
        .param("item", item.value())
        .query(VersionRows::version)
        .optional();
  }

  /** A version by its id. */
  public Optional<Version> find(VersionId version) {
    return jdbc.sql(VersionRows.SELECT + "where v.id = :id")
        .param("id", version.value())
        .query(VersionRows::version)
        .optional();
  }

  /** A version by its item and number. */
  public Optional<Version> find(ItemId item, int number) {
    return jdbc.sql(VersionRows.SELECT + "where v.item_id = :item and v.number = :number")
        .param("item", item.value())
        .param("number", number)
        .query(VersionRows::version)
        .optional();
  }

  /** An item's versions, newest first, at most {@code limit}. */
  public List<Version> versionsOf(ItemId item, int limit) {
    return jdbc.sql(VersionRows.SELECT + "where v.item_id = :item order by v.number desc limit :l")
        .param("item", item.value())
        .param("l", limit)
        .query(VersionRows::version)
        .list();
  }

  /** The newest versions of a case's items, newest item first, after the item {@code before}. */
  List<Version> newestOf(CaseId caseId, Optional<ItemId> before, int limit) {
    UUID start = before.map(Id::value).orElse(new UUID(-1, -1));
    return jdbc.sql(
            """
            select v.*, e.state, e.failure, e.media_type
            from (select id from items where case_id = :case and id < :start
                  order by id desc limit :limit) i
            cross join lateral
              (select * from versions where item_id = i.id order by number desc limit 1) v
            join extractions e on e.version_id = v.id
            order by i.id desc
            """)
        .param("case", caseId.value())
        .param("start", start)
        .param("limit", limit)
        .query(VersionRows::version)
        .list();
  }

  /** For each of these versions the one before it in its item, where there is one. */
  List<Version> before(Collection<Version> versions) {
    List<UUID> later =
        versions.stream().filter(v -> v.number() > 1).map(v -> v.id().value()).toList();
    if (later.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            VersionRows.SELECT
                + """
                join versions later on later.item_id = v.item_id and later.number = v.number + 1
                where later.id in (:later)
                """)
        .param("later", later)
        .query(VersionRows::version)
        .list();
  }

  /**
   * Moves a version on in the running transaction and tells the feed.
   *
   * @return false when it had already come to an end, and nothing was changed
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean move(VersionId version, ExtractionState state) {
    int moved =
        jdbc.sql(
                """
                update extractions
                set state = :state, failure = :failure, media_type = :type, since = :since
                where version_id = :version and state in ('RECEIVED', 'EXTRACTING')
                """)
            .param("state", state.code())
            .param("failure", state instanceof ExtractionState.Failed f ? f.reason().name() : null)
            .param("type", state.knownMediaType().orElse(null))
            .param("since", OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
            .param("version", version.value())
            .update();
    if (moved == 1) {
      changes.record(version, Changes.Kind.STATE);
    }
    return moved == 1;
  }

  private void insert(Version version) {
    Particulars particulars = version.particulars();
    Received received = version.received();
    jdbc.sql(
            """
            insert into versions
              (id, item_id, number, case_id, kind, title, document_date, agency, author,
               document_type, description, file_name, size, sha256, received_at, received_by)
            values
              (:id, :item, :number, :case, :kind, :title, :date, :agency, :author,
               :type, :description, :file, :size, :sha256, :at, :by)
            """)
        .param("id", version.id().value())
        .param("item", version.item().value())
        .param("number", version.number())
        .param("case", version.caseId().value())
        .param("kind", version.kind().name())
        .param("title", particulars.title())
        .param("date", particulars.date().orElse(null))
        .param("agency", particulars.agency().map(Id::value).orElse(null))
        .param("author", particulars.author().orElse(null))
        .param("type", particulars.documentType().orElse(null))
        .param("description", particulars.description().orElse(null))
        .param("file", received.fileName())
        .param("size", received.content().size())
        .param("sha256", received.content().sha256())
        .param("at", received.at().atOffset(ZoneOffset.UTC))
        .param("by", received.by().value())
        .update();
    jdbc.sql("insert into extractions (version_id, state, since) values (:id, 'RECEIVED', :at)")
        .param("id", version.id().value())
        .param("at", received.at().atOffset(ZoneOffset.UTC))
        .update();
    changes.record(version.id(), Changes.Kind.REGISTERED);
  }
}
