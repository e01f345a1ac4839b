package org.cordon.evidence.preparation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cordon.evidence.objects.ObjectName;
import org.cordon.evidence.objects.SealedBytes;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.Uuids;
import org.cordon.platform.ids.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The {@code preparation_states} table; rows are added, and a state is the newest row. */
@Repository
class PreparationStore {
  private final JdbcClient jdbc;
  private final SealedBytes seals;

  PreparationStore(JdbcClient jdbc, SealedBytes seals) {
    this.jdbc = jdbc;
    this.seals = seals;
  }

  /** How far a person is; empty when nobody has written anything. */
  Optional<Preparation.Saved> find(CaseId caseId, PersonId person) {
    return jdbc.sql(
            """
            select * from preparation_states
            where case_id = :case and person = :person order by revision desc limit 1
            """)
        .param("case", caseId.value())
        .param("person", person.value())
        .query((row, _) -> saved(caseId, row))
        .optional();
  }

  /** The people whose preparation has begun, by their ids. */
  List<Preparation.Saved> list(CaseId caseId, Optional<PersonId> after, int limit) {
    return jdbc.sql(
            """
            select distinct on (person) * from preparation_states
            where case_id = :case and person > :after
            order by person, revision desc limit :limit
            """)
        .param("case", caseId.value())
        .param("after", after.map(PersonId::value).orElse(new UUID(0, 0)))
        .param("limit", limit)
        .query((row, _) -> saved(caseId, row))
        .list();
  }

  /** How many people of a case have begun. */
  int count(CaseId caseId) {
    return jdbc.sql("select count(distinct person) from preparation_states where case_id = :case")
        .param("case", caseId.value())
        .query(Integer.class)
        .single();
  }

  /** Holds everybody else back who would change how people of this case are prepared. */
  void lock(CaseId caseId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 6))")
        .param("name", "preparation " + caseId)
        .query((_, _) -> true)
        .single();
  }

  void add(CaseId caseId, Preparation.Saved saved, Instant at, PersonId by) {
    UUID id = Uuids.timeOrdered();
    Optional<Preparation.Pack> pack = saved.preparation().pack();
    Optional<Preparation.Introduction> introduced = saved.preparation().introduced();
    jdbc.sql(
            """
            insert into preparation_states
              (id, case_id, person, revision, pack, pack_sent_on, pack_received_on,
               pack_acknowledged_on, introduced, introduced_on, support, saved_at, saved_by)
            values
              (:id, :case, :person, :revision, :pack, :sent, :received,
               :acknowledged, :introduced, :on, :support, :at, :by)
            """)
        .param("id", id)
        .param("case", caseId.value())
        .param("person", saved.person().value())
        .param("revision", saved.revision())
        .param("pack", pack.flatMap(Preparation.Pack::version).map(VersionId::value).orElse(null))
        .param("sent", pack.map(Preparation.Pack::sentOn).orElse(null))
        .param("received", pack.flatMap(Preparation.Pack::receivedOn).orElse(null))
        .param("acknowledged", pack.flatMap(Preparation.Pack::acknowledgedOn).orElse(null))
        .param("introduced", introduced.map(it -> it.how().name()).orElse(null))
        .param("on", introduced.map(Preparation.Introduction::on).orElse(null))
        .param(
            "support",
            saved
                .preparation()
                .support()
                .map(words -> seals.sealWords(name(caseId, id), words))
                .orElse(null))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by.value())
        .update();
  }

  private Preparation.Saved saved(CaseId caseId, ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    byte[] support = row.getBytes("support");
    return new Preparation.Saved(
        new PersonId(row.getObject("person", UUID.class)),
        row.getInt("revision"),
        new Preparation(
            pack(row),
            introduction(row),
            support == null
                ? Optional.empty()
                : Optional.of(seals.openWords(name(caseId, id), support))));
  }

  private static Optional<Preparation.Pack> pack(ResultSet row) throws SQLException {
    LocalDate sent = row.getObject("pack_sent_on", LocalDate.class);
    if (sent == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Preparation.Pack(
            Optional.ofNullable(row.getObject("pack", UUID.class)).map(VersionId::new),
            sent,
            Optional.ofNullable(row.getObject("pack_received_on", LocalDate.class)),
            Optional.ofNullable(row.getObject("pack_acknowledged_on", LocalDate.class))));
  }

  private static Optional<Preparation.Introduction> introduction(ResultSet row)
      throws SQLException {
    String how = row.getString("introduced");
    return how == null
        ? Optional.empty()
        : Optional.of(
            new Preparation.Introduction(
                Preparation.How.valueOf(how), row.getObject("introduced_on", LocalDate.class)));
  }

  private static ObjectName name(CaseId caseId, UUID row) {
    return new ObjectName(caseId, new VersionId(row), ObjectName.Part.PREPARATION);
  }
}
