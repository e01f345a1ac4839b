package org.cordon.evidence.items;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.cordon.evidence.objects.StoredContent;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.ids.AgencyId;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;

/** Reads a version from a row of {@code versions v join extractions e}. */
final class VersionRows {
  static final String SELECT =
      """
      select v.*, e.state, e.failure, e.media_type
      from versions v join extractions e on e.version_id = v.id
      """;

  private VersionRows() {}

  static Version version(ResultSet row, int number) throws SQLException {
    return new Version(
        new VersionId(row.getObject("id", UUID.class)),
        new ItemId(row.getObject("item_id", UUID.class)),
        row.getInt("number"),
        new CaseId(row.getObject("case_id", UUID.class)),
        ItemKind.valueOf(row.getString("kind")),
        new Particulars(
            row.getString("title"),
            Optional.ofNullable(row.getObject("document_date", LocalDate.class)),
            Optional.ofNullable(row.getObject("agency", UUID.class)).map(AgencyId::new),
            Optional.ofNullable(row.getString("author")),
            Optional.ofNullable(row.getString("document_type")),
            Optional.ofNullable(row.getString("description"))),
        new Received(
            row.getString("file_name"),
            new StoredContent(row.getString("sha256"), row.getLong("size")),
            row.getObject("received_at", OffsetDateTime.class).toInstant(),
            new PersonId(row.getObject("received_by", UUID.class))),
        state(row));
  }

  private static ExtractionState state(ResultSet row) throws SQLException {
    Optional<String> mediaType = Optional.ofNullable(row.getString("media_type"));
    String state = row.getString("state");
    return switch (state) {
      case "RECEIVED" -> new ExtractionState.Waiting();
      case "EXTRACTING" -> new ExtractionState.Extracting();
      case "READY" -> new ExtractionState.Ready(mediaType.orElse("application/octet-stream"));
      case "FAILED" ->
          new ExtractionState.Failed(FailureReason.valueOf(row.getString("failure")), mediaType);
      default -> throw new IllegalStateException("a version is in no known state: " + state);
    };
  }
}
