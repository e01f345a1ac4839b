package org.cordon.access.labels;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.Uuids;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What labels are made of: the tables {@code own_labels}, {@code version_sources}, {@code
 * clearances}, {@code consents} and {@code unnamed_speakers}. Rows are only added.
 */
@Repository
class OwnLabelStore {
  private final JdbcClient jdbc;

  OwnLabelStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Who recorded something, when and why.
   *
   * @param by null for a service of Cordon
   */
  record Stamp(Instant at, @Nullable PersonId by, @Nullable String reason) {}

  OwnLabels require(VersionId version) {
    return jdbc.sql(
            """
            select accounts_of, matters, delicate, quarantined, originators, circulated_to,
              published_to_board
            from own_labels where version = :version order by revision desc limit 1
            """)
        .param("version", version.value())
        .query((row, _) -> own(row))
        .single();
  }

  void add(VersionId version, OwnLabels own, Stamp stamp) {
    jdbc.sql(
            """
            insert into own_labels (id, version, revision, accounts_of, matters, delicate,
              quarantined, originators, circulated_to, published_to_board, reason, recorded_at,
              recorded_by)
            select :id, :version, 1 + coalesce(max(revision), 0), cast(:accounts as uuid[]),
              cast(:matters as text[]), :delicate, :quarantined, cast(:originators as uuid[]),
              cast(:circulated as uuid[]), :published, :reason, :at, :by
            from own_labels where version = :version
            """)
        .param("id", Uuids.timeOrdered())
        .param("version", version.value())
        .param("accounts", texts(own.accountsOf()))
        .param("matters", texts(own.matters()))
        .param("delicate", own.delicate())
        .param("quarantined", own.quarantined())
        .param("originators", texts(own.originators()))
        .param("circulated", texts(own.circulatedTo()))
        .param("published", own.publishedToBoard())
        .param("reason", stamp.reason())
        .param("at", stamp.at().atOffset(ZoneOffset.UTC))
        .param("by", stamp.by() == null ? null : stamp.by().value())
        .update();
  }

  /** The sources of a version as they are now. */
  Set<VersionId> sources(VersionId version) {
    return jdbc.sql(
            """
            select source from (
              select distinct on (source) source, named from version_sources
              where version = :version order by source, revision desc) newest
            where named
            """)
        .param("version", version.value())
        .query((row, _) -> new VersionId(row.getObject("source", UUID.class)))
        .set();
  }

  /** Names or takes away sources. */
  void addSources(VersionId version, Collection<VersionId> sources, boolean named, Stamp stamp) {
    jdbc.sql(
            """
            insert into version_sources
              (id, version, source, revision, named, reason, recorded_at, recorded_by)
            select gen_random_uuid(), :version, s.source,
              1 + coalesce((select max(revision) from version_sources o
                where o.version = :version and o.source = s.source), 0),
              :named, :reason, :at, :by
            from unnest(cast(:sources as uuid[])) as s (source)
            """)
        .param("version", version.value())
        .param("sources", texts(sources))
        .param("named", named)
        .param("reason", stamp.reason())
        .param("at", stamp.at().atOffset(ZoneOffset.UTC))
        .param("by", stamp.by() == null ? null : stamp.by().value())
        .update();
  }

  /**
   * A version and everything in its case that was written from it, directly or through others, each
   * after all its sources among them.
   */
  List<VersionId> downstream(CaseId caseId, VersionId version) {
    return jdbc.sql(
            """
            with recursive flows as (
              select version, source from (
                select distinct on (s.version, s.source) s.version, s.source, s.named
                from version_sources s join versions v on v.version = s.version
                where v.case_id = :case
                  and not exists (select from abandonments a where a.version = s.version)
                order by s.version, s.source, s.revision desc) newest
              where named),
            below (version, depth) as (
              select cast(:version as uuid), 0
              union
              select f.version, b.depth + 1 from below b join flows f on f.source = b.version)
            select version from below group by version order by max(depth), version
            """)
        .param("case", caseId.value())
        .param("version", version.value())
        .query((row, _) -> new VersionId(row.getObject("version", UUID.class)))
        .list();
  }

  /** For each source the accounts that do not come through it. */
  Map<VersionId, Set<PersonId>> cleared(VersionId version) {
    record Cleared(VersionId source, PersonId account) {}
    return jdbc
        .sql(
            """
            select source, account from (
              select distinct on (source, account) source, account, cleared from clearances
              where version = :version order by source, account, revision desc) newest
            where cleared
            """)
        .param("version", version.value())
        .query((row, _) ->
            new Cleared(
                new VersionId(row.getObject("source", UUID.class)),
                new PersonId(row.getObject("account", UUID.class))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Cleared::source, Collectors.mapping(Cleared::account, Collectors.toSet())));
  }

  /** Clears a version of an account through a source, or withdraws that. */
  void clear(VersionId version, VersionId source, PersonId account, boolean cleared, Stamp stamp) {
    jdbc.sql(
            """
            insert into clearances
              (id, version, source, account, revision, cleared, reason, recorded_at, recorded_by)
            select :id, :version, :source, :account, 1 + coalesce(max(revision), 0), :cleared,
              :reason, :at, :by
            from clearances where version = :version and source = :source and account = :account
            """)
        .param("cleared", cleared)
        .param("id", Uuids.timeOrdered())
        .param("version", version.value())
        .param("source", source.value())
        .param("account", account.value())
        .param("reason", stamp.reason())
        .param("at", stamp.at().atOffset(ZoneOffset.UTC))
        .param("by", stamp.by() == null ? null : stamp.by().value())
        .update();
  }

  Set<AgencyId> consents(VersionId version) {
    return jdbc.sql("select agency from consents where version = :version")
        .param("version", version.value())
        .query((row, _) -> new AgencyId(row.getObject("agency", UUID.class)))
        .set();
  }

  void consent(VersionId version, AgencyId agency, String givenBy, Stamp stamp) {
    jdbc.sql(
            """
            insert into consents (id, version, agency, given_by, reason, recorded_at, recorded_by)
            values (:id, :version, :agency, :givenBy, :reason, :at, :by) on conflict do nothing
            """)
        .param("id", Uuids.timeOrdered())
        .param("version", version.value())
        .param("agency", agency.value())
        .param("givenBy", givenBy)
        .param("reason", stamp.reason())
        .param("at", stamp.at().atOffset(ZoneOffset.UTC))
        .param("by", stamp.by() == null ? null : stamp.by().value())
        .update();
  }

  /** The person who stands for a speaker whom nobody could name; made when first needed. */
  PersonId unnamedSpeaker(CaseId caseId, Instant now) {
    jdbc.sql(
            """
            insert into unnamed_speakers (case_id, person, recorded_at) values (:case, :person, :at)
            on conflict (case_id) do nothing
            """)
        .param("case", caseId.value())
        .param("person", PersonId.create().value())
        .param("at", now.atOffset(ZoneOffset.UTC))
        .update();
    return findUnnamedSpeaker(caseId).orElseThrow();
  }

  Optional<PersonId> findUnnamedSpeaker(CaseId caseId) {
    return jdbc.sql("select person from unnamed_speakers where case_id = :case")
        .param("case", caseId.value())
        .query((row, _) -> new PersonId(row.getObject("person", UUID.class)))
        .optional();
  }

  private static OwnLabels own(ResultSet row) throws SQLException {
    return new OwnLabels(
        ids(row.getArray("accounts_of"), PersonId::new),
        Set.of((String[]) row.getArray("matters").getArray()),
        row.getBoolean("delicate"),
        row.getBoolean("quarantined"),
        ids(row.getArray("originators"), AgencyId::new),
        ids(row.getArray("circulated_to"), PersonId::new),
        row.getBoolean("published_to_board"));
  }

  private static <T> Set<T> ids(Array array, Function<UUID, T> id) throws SQLException {
    return Arrays.stream((UUID[]) array.getArray())
        .map(id)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static String[] texts(Collection<?> values) {
    return values.stream().map(Object::toString).sorted().toArray(String[]::new);
  }
}
