package org.cordon.evidence.custody;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cordon.platform.ids.Id;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.Uuids;
import org.cordon.platform.ids.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The {@code custody} table: rows are added, in the transaction of what they tell of. */
@Component
public class Custody {
  private final JdbcClient jdbc;

  Custody(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds an entry to the running transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(CustodyEntry entry) {
    jdbc.sql(
            """
            insert into custody (id, version_id, at, event, person, sha256, detail, ledger_entry)
            values (:id, :version, :at, :event, :person, :sha256, :detail, :entry)
            """)
        .param("id", Uuids.timeOrdered())
        .param("version", entry.version().value())
        .param("at", entry.at().atOffset(ZoneOffset.UTC))
        .param("event", entry.event().name())
        .param("person", entry.person().map(Id::value).orElse(null))
        .param("sha256", entry.sha256())
        .param("detail", entry.detail())
        .param("entry", entry.ledgerEntry().map(Id::value).orElse(null))
        .update();
  }

  /** The entries of some versions, oldest first. */
  public List<CustodyEntry> of(Collection<VersionId> versions) {
    if (versions.isEmpty()) {
      return List.of();
    }
    return jdbc.sql("select * from custody where version_id in (:versions) order by at, id")
        .param("versions", versions.stream().map(VersionId::value).toList())
        .query((row, _) -> entry(row))
        .list();
  }

  private static CustodyEntry entry(ResultSet row) throws SQLException {
    return new CustodyEntry(
        new VersionId(row.getObject("version_id", UUID.class)),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        CustodyEntry.Event.valueOf(row.getString("event")),
        Optional.ofNullable(row.getObject("person", UUID.class)).map(PersonId::new),
        row.getString("sha256"),
        row.getString("detail"),
        Optional.ofNullable(row.getObject("ledger_entry", UUID.class)).map(LedgerEntryId::new));
  }
}
