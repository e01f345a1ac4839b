package org.cordon.access.labels;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tables {@code items}, {@code versions}, {@code drafts}, {@code freezes} and {@code
 * abandonments}: what is registered, and how registrations go on. Rows are only added.
 */
@Repository
class RegistrationStore {
  private final JdbcClient jdbc;

  RegistrationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until the transaction ends, nobody else registers or abandons this version. */
  void lock(VersionId version) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 3))")
        .param("name", "registration of " + version)
        .query((_, _) -> true)
        .single();
  }

  /** Until the transaction ends, nobody else registers this version or one of its item. */
  void lock(ItemId item) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 3))")
        .param("name", "labels " + item)
        .query((_, _) -> true)
        .single();
  }

  /** The digest of what was declared when a version was registered. */
  Optional<String> findDeclared(VersionId version) {
    return jdbc.sql("select declared from versions where version = :version")
        .param("version", version.value())
        .query(String.class)
        .optional();
  }

  boolean caseExists(CaseId caseId) {
    return jdbc.sql("select count(*) from cases where id = :case")
            .param("case", caseId.value())
            .query(Long.class)
            .single()
        == 1;
  }

  /** False when the item is known with another case or kind. */
  boolean addItem(VersionLabels labels) {
    jdbc.sql(
            """
            insert into items (item, case_id, kind) values (:item, :case, :kind)
            on conflict (item) do nothing
            """)
        .param("item", labels.item().value())
        .param("case", labels.caseId().value())
        .param("kind", labels.kind().name())
        .update();
    return jdbc.sql(
                "select count(*) from items where item = :item and case_id = :case and kind = :kind")
            .param("item", labels.item().value())
            .param("case", labels.caseId().value())
            .param("kind", labels.kind().name())
            .query(Long.class)
            .single()
        == 1;
  }

  /** False when the version is registered, or the item has one of that number already. */
  boolean addVersion(VersionLabels labels, String declared, Instant at) {
    return jdbc.sql(
                """
                insert into versions
                  (version, item, number, attempt, case_id, kind, sources, declared, registered_at)
                select :version, :item, :number, 1 + count(*), :case, :kind,
                  cast(:sources as uuid[]), :declared, :at
                from versions v where v.item = :item and v.number = :number
                having count(*) filter (where not exists (
                  select from abandonments a where a.version = v.version)) = 0
                on conflict do nothing
                """)
            .param("version", labels.version().value())
            .param("item", labels.item().value())
            .param("number", labels.number())
            .param("case", labels.caseId().value())
            .param("kind", labels.kind().name())
            .param("sources", texts(labels.sources()))
            .param("declared", declared)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
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
        .param("versions", texts(versions))
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

  private static String[] texts(Collection<?> values) {
    return values.stream().map(Object::toString).sorted().toArray(String[]::new);
  }
}
