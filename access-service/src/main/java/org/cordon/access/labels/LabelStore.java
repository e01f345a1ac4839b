package org.cordon.access.labels;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cordon.access.decisions.LabelsHeld;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code items}, {@code versions} and {@code version_labels}: rows are only added. */
@Repository
class LabelStore implements LabelsHeld {
  private static final String CURRENT =
      """
      select distinct on (v.version) v.version, v.item, v.number, v.case_id, v.kind, v.sources,
        l.accounts_of, l.matters, l.delicate, l.originator, l.circulated_to, l.published_to_board
      from versions v join version_labels l on l.version = v.version
      """;

  private final JdbcClient jdbc;

  LabelStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<VersionId, VersionLabels> labelsOf(Set<VersionId> versions) {
    if (versions.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(
            CURRENT
                + """
                where v.version = any (cast(:versions as uuid[]))
                order by v.version, l.revision desc
                """)
        .param("versions", texts(versions))
        .query((row, _) -> labels(row))
        .list()
        .stream()
        .collect(Collectors.toMap(VersionLabels::version, Function.identity()));
  }

  /** The newest labels of the versions behind these events of the feed, by event. */
  Map<UUID, VersionLabels> labelsBehind(Collection<UUID> events) {
    record Behind(UUID event, VersionId version) {}
    List<Behind> behind =
        jdbc.sql("select id, version from version_labels where id = any (cast(:ids as uuid[]))")
            .param("ids", texts(events))
            .query((row, _) ->
                new Behind(
                    row.getObject("id", UUID.class),
                    new VersionId(row.getObject("version", UUID.class))))
            .list();
    Map<VersionId, VersionLabels> labels =
        labelsOf(behind.stream().map(Behind::version).collect(Collectors.toSet()));
    return behind.stream()
        .collect(Collectors.toMap(Behind::event, one -> requireHeld(labels, one.version())));
  }

  private static VersionLabels requireHeld(
      Map<VersionId, VersionLabels> labels, VersionId version) {
    VersionLabels held = labels.get(version);
    if (held == null) {
      throw new IllegalStateException("a label event without labels");
    }
    return held;
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
                  (version, item, number, case_id, kind, sources, declared, registered_at)
                values (:version, :item, :number, :case, :kind, cast(:sources as uuid[]), :declared,
                  :at)
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

  void addLabels(UUID event, int revision, VersionLabels labels, Instant at) {
    jdbc.sql(
            """
            insert into version_labels (id, version, revision, accounts_of, matters, delicate,
              originator, circulated_to, published_to_board, recorded_at)
            values (:id, :version, :revision, cast(:accounts as uuid[]), cast(:matters as text[]),
              :delicate, :originator, cast(:circulated as uuid[]), :published, :at)
            """)
        .param("id", event)
        .param("version", labels.version().value())
        .param("revision", revision)
        .param("accounts", texts(labels.accountsOf()))
        .param("matters", texts(labels.matters()))
        .param("delicate", labels.delicate())
        .param("originator", labels.originator() == null ? null : labels.originator().value())
        .param("circulated", texts(labels.circulatedTo()))
        .param("published", labels.publishedToBoard())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * Versions of these cases that were labelled anew after a position of the feed, or whose new
   * labels have no position yet. A first registration is not one: the index cannot know the version
   * under older labels.
   */
  Set<VersionId> relabelledSince(long position, Set<CaseId> cases) {
    if (cases.isEmpty()) {
      return Set.of();
    }
    return jdbc.sql(
            """
            select distinct l.version from version_labels l
            join versions v on v.version = l.version
            left join labels_positions p on p.id = l.id
            where l.revision > 1 and v.case_id = any (cast(:cases as uuid[]))
              and (p.position is null or p.position > :position)
            """)
        .param("cases", texts(cases))
        .param("position", position)
        .query((row, _) -> new VersionId(row.getObject("version", UUID.class)))
        .set();
  }

  private static VersionLabels labels(ResultSet row) throws SQLException {
    UUID originator = row.getObject("originator", UUID.class);
    return new VersionLabels(
        new VersionId(row.getObject("version", UUID.class)),
        new ItemId(row.getObject("item", UUID.class)),
        row.getInt("number"),
        new CaseId(row.getObject("case_id", UUID.class)),
        ItemKind.valueOf(row.getString("kind")),
        ids(row.getArray("accounts_of"), PersonId::new),
        Set.of((String[]) row.getArray("matters").getArray()),
        row.getBoolean("delicate"),
        originator == null ? null : new AgencyId(originator),
        ids(row.getArray("circulated_to"), PersonId::new),
        ids(row.getArray("sources"), VersionId::new),
        row.getBoolean("published_to_board"));
  }

  private static <T> Set<T> ids(Array array, Function<UUID, T> id) throws SQLException {
    return Arrays.stream((UUID[]) array.getArray()).map(id).collect(Collectors.toSet());
  }

  private static String[] texts(Collection<?> values) {
    return values.stream().map(Object::toString).sorted().toArray(String[]::new);
  }
}
