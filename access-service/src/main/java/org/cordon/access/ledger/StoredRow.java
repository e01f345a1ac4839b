package org.cordon.access.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code ledger_entries} as it stands, whether or not the service wrote it so: every
 * column goes into the text, so that none can be changed and the text stay the same.
 */
final class StoredRow {
  private final ResultSet row;

  StoredRow(ResultSet row) {
    this.row = row;
  }

  /**
   * The row's canonical text.
   *
   * @throws IllegalArgumentException when the row holds what no entry can
   */
  String canonical() throws SQLException {
    return new CanonicalText()
        .with("id", row.getString("id"))
        .with("at", at())
        .with("kind", row.getString("kind"))
        .with("person", row.getString("person"))
        .with("case", row.getString("case_id"))
        .with("item", row.getString("item"))
        .with("version", row.getString("version"))
        .with("about", row.getString("about"))
        .with("action", row.getString("action"))
        .with("permitted", permitted())
        .withPolicies(policies())
        .with("policySet", row.getString("policy_set"))
        .with("confirms", row.getString("confirms"))
        .with("detail", row.getString("detail"))
        .toString();
  }

  Instant at() throws SQLException {
    return row.getObject("recorded_at", OffsetDateTime.class).toInstant();
  }

  @Nullable Boolean permitted() throws SQLException {
    return row.getObject("permitted", Boolean.class);
  }

  /** The ids of the policies; an absent one or an absent list is what no entry has. */
  List<String> policies() throws SQLException {
    if (row.getArray("policies") == null) {
      throw new IllegalArgumentException("the entry has no policies");
    }
    @Nullable String[] ids = (@Nullable String[]) row.getArray("policies").getArray();
    List<String> policies = new ArrayList<>();
    for (String id : ids) {
      if (id == null) {
        throw new IllegalArgumentException("the entry's policies are not ids");
      }
      policies.add(id);
    }
    return policies;
  }

  LedgerEvent.Place place() throws SQLException {
    UUID caseId = row.getObject("case_id", UUID.class);
    UUID item = row.getObject("item", UUID.class);
    UUID version = row.getObject("version", UUID.class);
    UUID about = row.getObject("about", UUID.class);
    return new LedgerEvent.Place(
        caseId == null ? null : new CaseId(caseId),
        item == null ? null : new ItemId(item),
        version == null ? null : new VersionId(version),
        about == null ? null : new PersonId(about));
  }
}
