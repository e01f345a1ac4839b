package org.cordon.access.labels;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
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
import org.cordon.access.decisions.Moment;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What labels are now and were: the table {@code version_labels}; rows are only added. */
@Repository
class LabelStore implements LabelsHeld {
  private static final String CURRENT =
      """
      select distinct on (v.version) v.version, v.item, v.number, v.case_id, v.kind, l.sources,
        l.accounts_of, l.matters, l.delicate, l.quarantined, l.originators, l.circulated_to,
        l.published_to_board
      from versions v join version_labels l on l.version = v.version
      """;

  /** What lists hold: drafts and what was abandoned are in none. */
  private static final String LISTED =
      """
      not exists (select from abandonments a where a.version = v.version)
      and not exists (select from drafts d where d.version = v.version
        and not exists (select from freezes f where f.version = d.version))
      """;

  private final JdbcClient jdbc;

  LabelStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<VersionId, VersionLabels> labelsOf(Set<VersionId> versions, Moment moment) {
    if (versions.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(
            CURRENT
                + """
                where v.version = any (cast(:versions as uuid[]))
                  and l.recorded_at <= coalesce(cast(:at as timestamptz), 'infinity')
                  and not exists (
                    select from abandonments a where a.version = v.version
                      and a.recorded_at <= coalesce(cast(:at as timestamptz), 'infinity'))
                order by v.version, l.revision desc
                """)
        .param("versions", texts(versions))
        .param("at", moment.parameter())
        .query((row, _) -> labels(row))
        .list()
        .stream()
        .collect(Collectors.toMap(VersionLabels::version, Function.identity()));
  }

  /** The versions of an item that were not abandoned, oldest first. */
  List<VersionId> versionsOf(ItemId item) {
    return jdbc.sql(
            """
            select version from versions v
            where item = :item
              and not exists (select from abandonments a where a.version = v.version)
            order by number
            """)
        .param("item", item.value())
        .query((row, _) -> new VersionId(row.getObject("version", UUID.class)))
        .list();
  }

  /** The moments at which labels of these versions were recorded. */
  List<Instant> moments(Collection<VersionId> versions) {
    return jdbc.sql(
            """
            select recorded_at from version_labels where version = any (cast(:versions as uuid[]))
            """)
        .param("versions", texts(versions))
        .query((row, _) -> row.getObject("recorded_at", OffsetDateTime.class).toInstant())
        .list();
  }

  /** Whose accounts a version held at a moment, for each of the questions in their order. */
  List<Set<PersonId>> accountsAt(List<Labels.At> questions) {
    return jdbc.sql(
            """
            select coalesce(held.accounts_of, '{}') as accounts_of
            from unnest(cast(:versions as uuid[]), cast(:moments as timestamptz[]))
              with ordinality as asked (version, moment, place)
            left join lateral (
              select accounts_of from version_labels l
              where l.version = asked.version and l.recorded_at <= asked.moment
              order by l.revision desc limit 1) held on true
            order by asked.place
            """)
        .param(
            "versions",
            questions.stream().map(it -> it.version().toString()).toArray(String[]::new))
        .param(
            "moments", questions.stream().map(it -> it.moment().toString()).toArray(String[]::new))
        .query((row, _) -> ids(row.getArray("accounts_of"), PersonId::new))
        .list();
  }

  /** The newest revision of a version's labels; 0 when it is not registered. */
  int revision(VersionId version) {
    return jdbc.sql(
            "select coalesce(max(revision), 0) from version_labels where version = :version")
        .param("version", version.value())
        .query(Integer.class)
        .single();
  }

  /**
   * Until the transaction ends, nobody relabels in this case; with {@code alone} nobody registers
   * in it either.
   */
  void lock(CaseId caseId, boolean alone) {
    jdbc.sql(
            alone
                ? "select pg_advisory_xact_lock(hashtextextended(:name, 6))"
                : "select pg_advisory_xact_lock_shared(hashtextextended(:name, 6))")
        .param("name", "labels of " + caseId)
        .query((_, _) -> true)
        .single();
  }

  @Override
  public List<VersionLabels> labelsIn(Set<CaseId> cases, Optional<VersionId> after, int most) {
    if (cases.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            CURRENT
                + """
                where v.case_id = any (cast(:cases as uuid[]))
                  and (cast(:after as uuid) is null or v.version > cast(:after as uuid))
                  and
                """
                + LISTED
                + """
                order by v.version, l.revision desc
                limit :most
                """)
        .param("cases", texts(cases))
        .param("after", after.map(VersionId::toString).orElse(null))
        .param("most", most)
        .query((row, _) -> labels(row))
        .list();
  }

  @Override
  public List<VersionLabels> newestIn(CaseId caseId, Optional<Place> after, int most) {
    return jdbc.sql(
            """
            select v.version, v.item, v.number, v.case_id, v.kind, l.sources, l.accounts_of,
              l.matters, l.delicate, l.quarantined, l.originators, l.circulated_to,
              l.published_to_board
            from versions v
            cross join lateral (
              select * from version_labels l where l.version = v.version
              order by l.revision desc limit 1) l
            where v.case_id = :case
              and (cast(:item as uuid) is null or (v.item, v.number) < (cast(:item as uuid), :number))
              and
            """
                + LISTED
                + """
                order by v.item desc, v.number desc
                limit :most
                """)
        .param("case", caseId.value())
        .param("item", after.map(it -> it.item().toString()).orElse(null))
        .param("number", after.map(Place::number).orElse(0))
        .param("most", most)
        .query((row, _) -> labels(row))
        .list();
  }

  /**
   * The newest labels of the versions behind these events of the feed, by event; without those of
   * versions that were abandoned.
   */
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
        labelsOf(behind.stream().map(Behind::version).collect(Collectors.toSet()), Moment.NOW);
    return behind.stream()
        .flatMap(one ->
            Optional.ofNullable(labels.get(one.version())).stream()
                .map(held -> Map.entry(one.event(), held)))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The event of a version's newest labels. */
  UUID newestEvent(VersionId version) {
    return jdbc.sql(
            """
            select id from version_labels where version = :version order by revision desc limit 1
            """)
        .param("version", version.value())
        .query(UUID.class)
        .single();
  }

  void addLabels(UUID event, int revision, VersionLabels labels, Instant at) {
    jdbc.sql(
            """
            insert into version_labels (id, version, revision, accounts_of, matters, delicate,
              quarantined, originators, circulated_to, sources, published_to_board, recorded_at)
            values (:id, :version, :revision, cast(:accounts as uuid[]), cast(:matters as text[]),
              :delicate, :quarantined, cast(:originators as uuid[]), cast(:circulated as uuid[]),
              cast(:sources as uuid[]), :published, :at)
            """)
        .param("id", event)
        .param("version", labels.version().value())
        .param("revision", revision)
        .param("accounts", texts(labels.accountsOf()))
        .param("matters", texts(labels.matters()))
        .param("delicate", labels.delicate())
        .param("quarantined", labels.quarantined())
        .param("originators", texts(labels.originators()))
        .param("sources", texts(labels.sources()))
        .param("circulated", texts(labels.circulatedTo()))
        .param("published", labels.publishedToBoard())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * Versions of these cases that were labelled anew after a position of the feed, or whose new
   * labels have no position yet, and those that were abandoned. A first registration and what a
   * draft was frozen with are not: the index cannot know the version under older labels.
   */
  Set<VersionId> relabelledSince(long position, Set<CaseId> cases) {
    if (cases.isEmpty()) {
      return Set.of();
    }
    return jdbc.sql(
            """
            select distinct l.version from version_labels l
            join versions v on v.version = l.version
            left join drafts d on d.version = l.version
            left join freezes f on f.version = l.version
            left join labels_positions p on p.id = l.id
            where l.revision > case when d.version is null then 1 else f.revision end
              and v.case_id = any (cast(:cases as uuid[]))
              and (p.position is null or p.position > :position)
            union
            select a.version from abandonments a
            join versions v on v.version = a.version
            where v.case_id = any (cast(:cases as uuid[]))
              and not exists (select from drafts d where d.version = a.version)
            """)
        .param("cases", texts(cases))
        .param("position", position)
        .query((row, _) -> new VersionId(row.getObject("version", UUID.class)))
        .set();
  }

  private static VersionLabels labels(ResultSet row) throws SQLException {
    return new VersionLabels(
        new VersionId(row.getObject("version", UUID.class)),
        new ItemId(row.getObject("item", UUID.class)),
        row.getInt("number"),
        new CaseId(row.getObject("case_id", UUID.class)),
        ItemKind.valueOf(row.getString("kind")),
        ids(row.getArray("accounts_of"), PersonId::new),
        Set.of((String[]) row.getArray("matters").getArray()),
        row.getBoolean("delicate"),
        row.getBoolean("quarantined"),
        ids(row.getArray("originators"), AgencyId::new),
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
