package org.cordon.evidence.items;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cordon.evidence.changes.Changes;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.Id;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.springframework.context.ApplicationEventPublisher;
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
  private final ApplicationEventPublisher events;

  Items(JdbcClient jdbc, Changes changes, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.clock = clock;
    this.events = events;
  }

  /** An item that is to be, without content yet. */
  public record NewItem(ItemId id, CaseId caseId, ItemKind kind, Instant at, PersonId by) {}

  /** Adds an item with its first version to the running transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void addItem(Version first) {
    addItem(
        new NewItem(
            first.item(),
            first.caseId(),
            first.kind(),
            first.received().at(),
            first.received().by()));
    insert(first);
  }

  /** Adds an item that has no version yet to the running transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void addItem(NewItem item) {
    jdbc.sql(
            """
            insert into items (id, case_id, kind, created_at, created_by)
            values (:id, :case, :kind, :at, :by)
            """)
        .param("id", item.id().value())
        .param("case", item.caseId().value())
        .param("kind", item.kind().name())
        .param("at", item.at().atOffset(ZoneOffset.UTC))
        .param("by", item.by().value())
        .update();
  }

  /** Adds a version to an item that is there, in the running transaction; the newest one moves. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void addVersion(Version next) {
    Optional<Version> newest = lockNewest(next.item());
    insert(next);
    newest.ifPresent(before -> changes.record(before.id(), Changes.Kind.STATE));
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

  /** These versions in the order given; those that are not there are left out. */
  public List<Version> find(List<VersionId> versions) {
    if (versions.isEmpty()) {
      return List.of();
    }
    Map<VersionId, Version> found =
        jdbc
            .sql(VersionRows.SELECT + "where v.id in (:ids)")
            .param("ids", versions.stream().map(Id::value).toList())
            .query(VersionRows::version)
            .list()
            .stream()
            .collect(Collectors.toMap(Version::id, Function.identity()));
    return versions.stream()
        .flatMap(version -> Optional.ofNullable(found.get(version)).stream())
        .toList();
  }

  /**
   * Moves a version on in the running transaction and tells the feed; {@link TextReady} tells the
   * other features, in the same transaction, that it has a text now.
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
      if (state instanceof ExtractionState.Ready) {
        events.publishEvent(new TextReady(version));
      }
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
