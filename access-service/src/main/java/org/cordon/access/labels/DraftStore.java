package org.cordon.access.labels;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tables {@code drafts}, {@code freezes} and {@code abandonments}: how registrations go on.
 * Rows are only added.
 */
@Repository
class DraftStore {
  private final JdbcClient jdbc;

  DraftStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until the transaction ends, nobody else registers or abandons this version. */
  void lock(VersionId version) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 3))")
        .param("name", "registration of " + version)
        .query((_, _) -> true)
        .single();
  }

  /** The newest version of an item that was not abandoned. */
  record Newest(VersionId version, int number) {}

  Optional<Newest> newest(ItemId item) {
    return jdbc.sql(
            """
            select version, number from versions v
            where item = :item
              and not exists (select from abandonments a where a.version = v.version)
            order by number desc limit 1
            """)
        .param("item", item.value())
        .query((row, _) ->
            new Newest(new VersionId(row.getObject("version", UUID.class)), row.getInt("number")))
        .optional();
  }

  /** Those of these versions that are drafts now. */
  Set<VersionId> drafts(Collection<VersionId> versions) {
    return jdbc.sql(
            """
            select d.version from drafts d
            where d.version = any (cast(:versions as uuid[]))
              and not exists (select from freezes f where f.version = d.version)
            """)
        .param("versions", versions.stream().map(VersionId::toString).toArray(String[]::new))
        .query((row, _) -> new VersionId(row.getObject("version", UUID.class)))
        .set();
  }

  boolean isFrozenDraft(VersionId version) {
    return jdbc.sql("select count(*) from freezes where version = :version")
            .param("version", version.value())
            .query(Long.class)
            .single()
        == 1;
  }

  void addDraft(VersionId version, Instant at) {
    jdbc.sql("insert into drafts (version, recorded_at) values (:version, :at)")
        .param("version", version.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Ends a draft with the labels that it has. */
  void freeze(VersionId version, Instant at) {
    jdbc.sql(
            """
            insert into freezes (version, revision, recorded_at)
            select version, max(revision), :at from version_labels where version = :version
            group by version
            """)
        .param("version", version.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  boolean isAbandoned(VersionId version) {
    return jdbc.sql("select count(*) from abandonments where version = :version")
            .param("version", version.value())
            .query(Long.class)
            .single()
        == 1;
  }

  /** Also of a version that is not registered: it then cannot be any more. */
  void abandon(VersionId version, Instant at) {
    jdbc.sql(
            """
            insert into abandonments (version, item, number, attempt, recorded_at)
            select asked.version, v.item, v.number, v.attempt, :at
            from (values (cast(:version as uuid))) as asked (version)
            left join versions v on v.version = asked.version
            on conflict (version) do nothing
            """)
        .param("version", version.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
