package org.cordon.evidence.conversations;

import com.google.crypto.tink.util.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cordon.evidence.objects.ObjectName;
import org.cordon.evidence.objects.SealedBytes;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The {@code record_corrections} and {@code taken_up_corrections} tables: what is proposed is an
 * account and sealed like one.
 */
@Repository
class CorrectionStore {
  private final JdbcClient jdbc;
  private final SealedBytes seals;
  private final JsonMapper json;

  /** What is sealed of a correction. */
  private record Body(String text, String why) {}

  CorrectionStore(JdbcClient jdbc, SealedBytes seals, JsonMapper json) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.json = json;
  }

  void add(CaseId caseId, Correction correction) {
    jdbc.sql(
            """
            insert into record_corrections
              (id, version, passage, sealed, proposed_at, proposed_by)
            values (:id, :version, :passage, :sealed, :at, :by)
            """)
        .param("id", correction.id())
        .param("version", correction.version().value())
        .param("passage", correction.passage().value())
        .param(
            "sealed",
            seals
                .seal(
                    name(caseId, correction.id()),
                    json.writeValueAsBytes(new Body(correction.text(), correction.why())))
                .toByteArray())
        .param("at", correction.proposedAt().atOffset(ZoneOffset.UTC))
        .param("by", correction.proposedBy().value())
        .update();
  }

  /** How many there are to the versions of an item. */
  long count(ItemId record) {
    return jdbc.sql(
            """
            select count(*) from record_corrections c join versions v on v.id = c.version
            where v.item_id = :item
            """)
        .param("item", record.value())
        .query(Long.class)
        .single();
  }

  /** The corrections to the versions of an item, oldest first. */
  List<Correction> of(CaseId caseId, ItemId record) {
    return jdbc.sql(
            """
            select c.*, t.version as taken_up_in
            from record_corrections c
            join versions v on v.id = c.version
            left join taken_up_corrections t on t.correction = c.id
            where v.item_id = :item order by c.id
            """)
        .param("item", record.value())
        .query((row, _) -> correction(caseId, row))
        .list();
  }

  /** Says that a version takes these up; those that were taken up before stay where they are. */
  void takeUp(ItemId record, Set<UUID> corrections, VersionId in, Instant at, PersonId by) {
    jdbc.sql(
            """
            insert into taken_up_corrections (correction, version, taken_up_at, taken_up_by)
            select c.id, :version, :at, :by
            from record_corrections c join versions v on v.id = c.version
            where v.item_id = :item and c.id = any(cast(:ids as uuid[]))
            on conflict do nothing
            """)
        .param("version", in.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by.value())
        .param("item", record.value())
        .param("ids", corrections.stream().map(UUID::toString).toArray(String[]::new))
        .update();
  }

  private Correction correction(CaseId caseId, ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Body body = open(name(caseId, id), row.getBytes("sealed"));
    return new Correction(
        id,
        new VersionId(row.getObject("version", UUID.class)),
        new PassageId(row.getObject("passage", UUID.class)),
        body.text(),
        body.why(),
        row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
        new PersonId(row.getObject("proposed_by", UUID.class)),
        Optional.ofNullable(row.getObject("taken_up_in", UUID.class))
            .map(VersionId::new)
            .orElse(null));
  }

  private Body open(ObjectName name, byte[] sealed) {
    try (InputStream plain = seals.open(name, Bytes.copyFrom(sealed))) {
      return json.readValue(plain.readAllBytes(), Body.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bound to the correction itself. */
  private static ObjectName name(CaseId caseId, UUID correction) {
    return new ObjectName(caseId, new VersionId(correction), ObjectName.Part.CORRECTION);
  }
}
