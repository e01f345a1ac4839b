package org.cordon.evidence.drafts;

import com.google.crypto.tink.util.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cordon.evidence.objects.ObjectName;
import org.cordon.evidence.objects.SealedBytes;
import org.cordon.evidence.passages.Passage;
import org.cordon.evidence.passages.PassageContent;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.problems.IntegrityFailure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The {@code passages} table: every saved state of every passage, sealed; rows are only added. A
 * sealed body says which passage and revision it is, so that one cannot stand in for another.
 */
@Repository
class PassageStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;
  private final SealedBytes seals;

  /** What is sealed. */
  private record Body(PassageId passage, int revision, PassageContent content) {}

  PassageStore(JdbcClient jdbc, SealedBytes seals) {
    this.jdbc = jdbc;
    this.seals = seals;
  }

  /** Adds a state; lock the draft first. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(Draft draft, PassageState state) {
    Passage passage = state.passage();
    Body body = new Body(passage.id(), passage.revision(), passage.content());
    jdbc.sql(
            """
            insert into passages (draft, passage, revision, body, removed, saved_at, saved_by)
            values (:draft, :passage, :revision, :body, :removed, :at, :by)
            """)
        .param("draft", draft.version().value())
        .param("passage", passage.id().value())
        .param("revision", passage.revision())
        .param("body", seals.seal(name(draft), JSON.writeValueAsBytes(body)).toByteArray())
        .param("removed", state.removed())
        .param("at", passage.savedAt().atOffset(ZoneOffset.UTC))
        .param("by", passage.savedBy().value())
        .update();
  }

  /** The newest state of a passage. */
  Optional<PassageState> newest(Draft draft, PassageId passage) {
    return jdbc.sql(
            """
            select * from passages where draft = :draft and passage = :passage
            order by revision desc limit 1
            """)
        .param("draft", draft.version().value())
        .param("passage", passage.value())
        .query((row, _) -> state(draft, row))
        .optional();
  }

  /** One state of a passage. */
  Optional<PassageState> find(Draft draft, PassageId passage, int revision) {
    return jdbc.sql(
            """
            select * from passages
            where draft = :draft and passage = :passage and revision = :revision
            """)
        .param("draft", draft.version().value())
        .param("passage", passage.value())
        .param("revision", revision)
        .query((row, _) -> state(draft, row))
        .optional();
  }

  /** How many states of passages were saved in a draft. */
  long saved(Draft draft) {
    return jdbc.sql("select count(*) from passages where draft = :draft")
        .param("draft", draft.version().value())
        .query(Long.class)
        .single();
  }

  /** States of a passage before a revision, newest first. */
  List<PassageState> before(Draft draft, PassageId passage, int revision, int limit) {
    return jdbc.sql(
            """
            select * from passages
            where draft = :draft and passage = :passage and revision < :revision
            order by revision desc limit :limit
            """)
        .param("draft", draft.version().value())
        .param("passage", passage.value())
        .param("revision", revision)
        .param("limit", limit)
        .query((row, _) -> state(draft, row))
        .list();
  }

  /**
   * The passages of a draft in their order.
   *
   * @throws IntegrityFailure when one that is in the order is not there
   */
  List<Passage> current(Draft draft) {
    Map<PassageId, Passage> newest =
        jdbc
            .sql(
                """
                select distinct on (passage) * from passages where draft = :draft
                order by passage, revision desc
                """)
            .param("draft", draft.version().value())
            .query((row, _) -> state(draft, row))
            .list()
            .stream()
            .filter(state -> !state.removed())
            .map(PassageState::passage)
            .collect(Collectors.toMap(Passage::id, Function.identity()));
    return draft.order().stream()
        .map(id ->
            Optional.ofNullable(newest.get(id))
                .orElseThrow(() ->
                    new IntegrityFailure("a passage of draft " + draft.version() + " is missing")))
        .toList();
  }

  private PassageState state(Draft draft, ResultSet row) throws SQLException {
    PassageId passage = new PassageId(row.getObject("passage", UUID.class));
    int revision = row.getInt("revision");
    Body body = body(draft, Bytes.copyFrom(row.getBytes("body")));
    if (!body.passage().equals(passage) || body.revision() != revision) {
      throw new IntegrityFailure("a passage of draft " + draft.version() + " is another one");
    }
    return new PassageState(
        new Passage(
            passage,
            revision,
            body.content(),
            row.getObject("saved_at", OffsetDateTime.class).toInstant(),
            new PersonId(row.getObject("saved_by", UUID.class))),
        row.getBoolean("removed"));
  }

  private Body body(Draft draft, Bytes sealed) {
    try (InputStream plain = seals.open(name(draft), sealed)) {
      return JSON.readValue(plain, Body.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectName name(Draft draft) {
    return ObjectName.content(draft.caseId(), draft.version()).with(ObjectName.Part.PASSAGE);
  }
}
