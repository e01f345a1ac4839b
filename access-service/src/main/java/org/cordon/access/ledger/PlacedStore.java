package org.cordon.access.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.LedgerEntryId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The entries in the order of their positions, which are given here and never changed. */
@Repository
class PlacedStore {
  private static final HexFormat HEX = HexFormat.of();

  /**
   * A refusal does not say its case, so those of a case's own versions are found by the version.
   */
  private static final String OF_CASES =
      """
      (cast(:cases as uuid[]) is null or e.case_id = any (cast(:cases as uuid[]))
        or e.case_id is null and e.version in
          (select v.version from versions v where v.case_id = any (cast(:cases as uuid[]))))
      """;

  private final JdbcClient jdbc;

  PlacedStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<PlacedEntry> entries(long start, long end, Optional<Set<CaseId>> cases) {
    return jdbc.sql(
            """
            select p.position, e.* from ledger_positions p join ledger_entries e on e.id = p.id
            where p.position >= :start and p.position < :end and
            """
                + OF_CASES
                + " order by p.position")
        .param("start", start)
        .param("end", end)
        .param("cases", ids(cases))
        .query((row, _) -> placed(row))
        .list();
  }

  /** Also those whose entry is gone: they have no text. */
  List<StoredEntry> stored(long after, long upTo, int limit, Optional<Set<CaseId>> cases) {
    return jdbc.sql(
            """
            select p.position, e.* from ledger_positions p left join ledger_entries e on e.id = p.id
            where p.position > :after and p.position <= :upTo and
            """
                + OF_CASES
                + " order by p.position limit :limit")
        .param("after", after)
        .param("upTo", upTo)
        .param("limit", limit)
        .param("cases", ids(cases))
        .query((row, _) -> new StoredEntry(row.getLong("position"), text(row)))
        .list();
  }

  List<StoredDigest> digests(long after, int limit) {
    return jdbc.sql(
            """
            select p.position, encode(e.digest, 'hex') as digest
            from ledger_positions p left join ledger_entries e on e.id = p.id
            where p.position > :after order by p.position limit :limit
            """)
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> new StoredDigest(row.getLong(1), Optional.ofNullable(row.getString(2))))
        .list();
  }

  /**
   * Gives the next positions to entries that have committed and wait for one, those of one round in
   * the order of their ids. Only under a lock that one instance holds: then positions have no gap,
   * and a reader who remembers one misses no late committer.
   */
  List<StoredDigest> place(int most) {
    return jdbc.sql(
            """
            with taken as (
              delete from ledger_pending where ctid = any (array
                (select ctid from ledger_pending limit :most))
              returning id),
            newest as (select coalesce(max(position), 0) as position from ledger_positions),
            placed as (
              insert into ledger_positions (position, id)
              select newest.position + row_number() over (order by taken.id), taken.id
              from taken, newest
              returning position, id)
            select p.position, encode(e.digest, 'hex')
            from placed p left join ledger_entries e on e.id = p.id order by p.position
            """)
        .param("most", most)
        .query((row, _) -> digest(row))
        .list();
  }

  private static StoredDigest digest(ResultSet row) throws SQLException {
    return new StoredDigest(row.getLong(1), Optional.ofNullable(row.getString(2)));
  }

  Optional<Long> findPosition(LedgerEntryId entry, Optional<Set<CaseId>> cases) {
    return jdbc.sql(
            """
            select coalesce(p.position, 0)
            from ledger_entries e left join ledger_positions p on p.id = e.id
            where e.id = :id and
            """
                + OF_CASES)
        .param("id", entry.value())
        .param("cases", ids(cases))
        .query(Long.class)
        .optional();
  }

  /** In no transaction that the service makes is an entry neither placed nor waiting to be. */
  List<UUID> strays(int limit) {
    return jdbc.sql(
            """
            select e.id from ledger_entries e
            where not exists (select from ledger_positions p where p.id = e.id)
              and not exists (select from ledger_pending w where w.id = e.id)
            order by e.id limit :limit
            """)
        .param("limit", limit)
        .query(UUID.class)
        .list();
  }

  private static String @Nullable [] ids(Optional<Set<CaseId>> cases) {
    return cases.map(ids -> ids.stream().map(CaseId::toString).toArray(String[]::new)).orElse(null);
  }

  private static Optional<StoredEntry.Text> text(ResultSet row) throws SQLException {
    byte[] salt = row.getBytes("salt");
    byte[] digest = row.getBytes("digest");
    if (salt == null || digest == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new StoredEntry.Text(
              HEX.formatHex(salt), HEX.formatHex(digest), new StoredRow(row).canonical()));
    } catch (IllegalArgumentException | NullPointerException _) {
      // The row holds what no entry can: as good as gone.
      return Optional.empty();
    }
  }

  private static PlacedEntry placed(ResultSet row) throws SQLException {
    StoredRow stored = new StoredRow(row);
    return new PlacedEntry(
        row.getLong("position"),
        new LedgerEntryId(row.getObject("id", UUID.class)),
        stored.at(),
        row.getString("kind"),
        row.getObject("person", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getObject("item", UUID.class),
        row.getObject("version", UUID.class),
        row.getObject("about", UUID.class),
        row.getString("action"),
        stored.permitted(),
        stored.policies(),
        row.getString("policy_set"),
        row.getObject("confirms", UUID.class),
        row.getString("detail"),
        HEX.formatHex(row.getBytes("salt")),
        HEX.formatHex(row.getBytes("digest")),
        stored.canonical());
  }
}
