package org.cordon.access.ledger;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.cordon.platform.ids.Id;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The {@code ledger_entries} table: rows are added and read, and nothing else. */
@Repository
class LedgerStore {
  private static final HexFormat HEX = HexFormat.of();
  private static final int SALT_BYTES = 16;

  private static final String ADD = add("");

  /** Minding a conflict costs a third of the statement, and only a delivery can have one. */
  private static final String ADD_ONCE =
      add("on conflict (confirms) where confirms is not null do nothing");

  private final JdbcClient jdbc;
  private final SecureRandom random = new SecureRandom();

  LedgerStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static String add(String onConflict) {
    return """
    with added as (
      insert into ledger_entries (id, recorded_at, kind, person, case_id, item, version, about,
        action, permitted, policies, policy_set, confirms, detail, salt, digest)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      %s
      returning id)
    insert into ledger_pending (id) select id from added
    """
        .formatted(onConflict);
  }

  /**
   * Adds an entry, and notes that it waits for its position; one whose delivery is confirmed
   * already is left out. One statement: this is what every decision waits for.
   */
  void add(LedgerEntry entry) {
    byte[] salt = salt();
    LedgerEvent.Place place = entry.place();
    jdbc.sql(entry.confirms() == null ? ADD : ADD_ONCE)
        .params(
            entry.id().value(),
            entry.at().atOffset(ZoneOffset.UTC),
            entry.kind(),
            uuid(entry.person()),
            uuid(place.caseId()),
            uuid(place.item()),
            uuid(place.version()),
            uuid(place.about()),
            entry.action(),
            new SqlParameterValue(Types.BOOLEAN, entry.permitted()),
            entry.policies().toArray(String[]::new),
            new SqlParameterValue(Types.VARCHAR, entry.policySet()),
            uuid(entry.confirms()),
            new SqlParameterValue(Types.VARCHAR, entry.detail()),
            salt,
            entry.digest(salt))
        .update();
  }

  /** The same for several, with one statement. */
  void add(List<LedgerEntry> entries) {
    List<byte[]> salts = entries.stream().map(_ -> salt()).toList();
    String[] digests = new String[entries.size()];
    for (int i = 0; i < digests.length; i++) {
      digests[i] = HEX.formatHex(entries.get(i).digest(salts.get(i)));
    }
    jdbc.sql(
            """
            with added as (
              insert into ledger_entries (id, recorded_at, kind, person, case_id, item, version,
                about, action, permitted, policies, policy_set, confirms, detail, salt, digest)
              select id::uuid, :at, kind, person::uuid, case_id::uuid, item::uuid, version::uuid,
                about::uuid, action, permitted::boolean, string_to_array(policies, ','), policy_set,
                confirms::uuid, detail, decode(salt, 'hex'), decode(digest, 'hex')
              from unnest(:id::text[], :kind::text[], :person::text[], :case::text[], :item::text[],
                :version::text[], :about::text[], :action::text[], :permitted::text[],
                :policies::text[], :policySet::text[], :confirms::text[], :detail::text[],
                :salt::text[], :digest::text[])
                as t (id, kind, person, case_id, item, version, about, action, permitted, policies,
                  policy_set, confirms, detail, salt, digest)
              on conflict (confirms) where confirms is not null do nothing
              returning id)
            insert into ledger_pending (id) select id from added
            """)
        .param("at", entries.getFirst().at().atOffset(ZoneOffset.UTC))
        .param("id", column(entries, LedgerEntry::id))
        .param("kind", column(entries, LedgerEntry::kind))
        .param("person", column(entries, LedgerEntry::person))
        .param("case", column(entries, entry -> entry.place().caseId()))
        .param("item", column(entries, entry -> entry.place().item()))
        .param("version", column(entries, entry -> entry.place().version()))
        .param("about", column(entries, entry -> entry.place().about()))
        .param("action", column(entries, LedgerEntry::action))
        .param("permitted", column(entries, LedgerEntry::permitted))
        .param("policies", column(entries, entry -> String.join(",", entry.policies())))
        .param("policySet", column(entries, LedgerEntry::policySet))
        .param("confirms", column(entries, LedgerEntry::confirms))
        .param("detail", column(entries, LedgerEntry::detail))
        .param("salt", salts.stream().map(HEX::formatHex).toArray(String[]::new))
        .param("digest", digests)
        .update();
  }

  /** A confirmation for an entry, if that entry permitted reading a version. */
  Optional<LedgerEvent.Delivered> findPermitted(LedgerEntryId entry) {
    return jdbc.sql(
            """
            select person, action, case_id, item, version, about from ledger_entries
            where id = :id and kind = 'DECISION' and permitted and version is not null
            """)
        .param("id", entry.value())
        .query((row, _) ->
            new LedgerEvent.Delivered(
                entry,
                new PersonId(uuid(row, "person")),
                row.getString("action"),
                new StoredRow(row).place()))
        .optional();
  }

  List<Exposure> exposures(ExposureQuery query) {
    return jdbc.sql(
            """
            select e.recorded_at, e.person, e.item, e.version, e.action, e.id,
              e.action = 'find' or exists (select from ledger_entries d where d.confirms = e.id)
                as delivered
            from ledger_entries e
            where e.case_id = :case and e.kind = 'DECISION' and e.permitted
              and e.version is not null and e.action in ('read', 'find')
              and (cast(:person as uuid) is null or e.person = :person)
              and (cast(:item as uuid) is null or e.item = :item)
              and (cast(:before as timestamptz) is null or e.recorded_at < :before)
              and (cast(:after as uuid) is null or e.id < :after)
            order by e.id desc limit :limit
            """)
        .param("case", query.caseId().value())
        .param("person", query.person().map(PersonId::value).orElse(null))
        .param("item", query.item().map(ItemId::value).orElse(null))
        .param("before", query.before().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
        .param("after", query.after().map(LedgerEntryId::value).orElse(null))
        .param("limit", query.limit())
        .query((row, _) ->
            new Exposure(
                instant(row),
                new PersonId(uuid(row, "person")),
                new ItemId(uuid(row, "item")),
                new VersionId(uuid(row, "version")),
                row.getString("action"),
                row.getBoolean("delivered"),
                new LedgerEntryId(uuid(row, "id"))))
        .list();
  }

  private static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  private static Instant instant(ResultSet row) throws SQLException {
    return row.getObject("recorded_at", OffsetDateTime.class).toInstant();
  }

  private static SqlParameterValue uuid(@Nullable Id id) {
    return new SqlParameterValue(Types.OTHER, id == null ? null : id.value());
  }

  private byte[] salt() {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return salt;
  }

  private static @Nullable String[] column(
      List<LedgerEntry> entries, Function<LedgerEntry, @Nullable Object> value) {
    @Nullable String[] column = new String[entries.size()];
    for (int i = 0; i < column.length; i++) {
      Object member = value.apply(entries.get(i));
      column[i] = member == null ? null : member.toString();
    }
    return column;
  }
}
