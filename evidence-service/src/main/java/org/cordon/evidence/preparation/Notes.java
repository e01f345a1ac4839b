package org.cordon.evidence.preparation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cordon.evidence.objects.ObjectName;
import org.cordon.evidence.objects.SealedBytes;
import org.cordon.platform.access.AccessClient;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.access.VersionLabels;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The {@code preparation_notes} table: what people can contribute, in the words of whoever prepared
 * them. Each note is labelled as that person's account before its row is committed.
 */
@Component
class Notes {
  /** The most characters of a note. */
  static final int MAX = 1_000;

  private final AccessClient access;
  private final JdbcClient jdbc;
  private final SealedBytes seals;

  /** A note that is kept. */
  record Note(VersionId version, String words, Instant writtenAt, PersonId writtenBy) {}

  Notes(AccessClient access, JdbcClient jdbc, SealedBytes seals) {
    this.access = access;
    this.jdbc = jdbc;
    this.seals = seals;
  }

  /** The version of the newest note on a person. */
  Optional<VersionId> newest(CaseId caseId, PersonId person) {
    return jdbc.sql(
            """
            select version from preparation_notes
            where case_id = :case and person = :person order by written_at desc limit 1
            """)
        .param("case", caseId.value())
        .param("person", person.value())
        .query(UUID.class)
        .optional()
        .map(VersionId::new);
  }

  /** A note, for those who may read its version. */
  Note require(CaseId caseId, VersionId version) {
    return jdbc.sql("select * from preparation_notes where version = :version")
        .param("version", version.value())
        .query((row, _) -> note(caseId, row))
        .single();
  }

  /**
   * Keeps a note on a person in the running transaction. What comes to nothing leaves labels of a
   * version that never came to be, and those open nothing.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public VersionId write(CaseId caseId, PersonId person, String words, Instant at, PersonId by) {
    VersionId version = VersionId.create();
    access.register(
        new VersionLabels(
            version,
            ItemId.create(),
            1,
            caseId,
            ItemKind.COMMENT,
            Set.of(person),
            Set.of(),
            false,
            false,
            Set.of(),
            Set.of(),
            Set.of(),
            false));
    jdbc.sql(
            """
            insert into preparation_notes (version, case_id, person, words, written_at, written_by)
            values (:version, :case, :person, :words, :at, :by)
            """)
        .param("version", version.value())
        .param("case", caseId.value())
        .param("person", person.value())
        .param("words", seals.sealWords(name(caseId, version), words))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by.value())
        .update();
    return version;
  }

  private Note note(CaseId caseId, ResultSet row) throws SQLException {
    VersionId version = new VersionId(row.getObject("version", UUID.class));
    return new Note(
        version,
        seals.openWords(name(caseId, version), row.getBytes("words")),
        row.getObject("written_at", OffsetDateTime.class).toInstant(),
        new PersonId(row.getObject("written_by", UUID.class)));
  }

  private static ObjectName name(CaseId caseId, VersionId version) {
    return new ObjectName(caseId, version, ObjectName.Part.PREPARATION);
  }
}
