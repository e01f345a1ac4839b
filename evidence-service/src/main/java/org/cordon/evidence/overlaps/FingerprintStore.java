package org.cordon.evidence.overlaps;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cordon.evidence.items.Version;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The {@code overlap_texts} and {@code overlap_fingerprints} tables. Rows are only added. */
@Repository
class FingerprintStore {
  private final JdbcClient jdbc;
  private final Clock clock;

  FingerprintStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Which text of this table; its fingerprints refer to it. */
  record TextId(int value) {}

  /**
   * Adds a version's text to the running transaction.
   *
   * @param opened false when its text was altered and nothing can be compared with it
   * @return empty when it is there already
   */
  Optional<TextId> add(Version version, boolean opened) {
    return jdbc.sql(
            """
            insert into overlap_texts (version_id, case_id, opened, read_at)
            values (:version, :case, :opened, :at)
            on conflict (version_id) do nothing returning id
            """)
        .param("version", version.id().value())
        .param("case", version.caseId().value())
        .param("opened", opened)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .query((row, _) -> new TextId(row.getInt(1)))
        .optional();
  }

  void add(TextId text, long[] fingerprints) {
    jdbc.sql(
            """
            insert into overlap_fingerprints (fingerprint, text_id)
            select f, :text from unnest(cast(:fingerprints as bigint[])) as t (f)
            on conflict do nothing
            """)
        .param("text", text.value())
        .param("fingerprints", fingerprints)
        .update();
  }

  /**
   * The versions of the case that hold any of these, those with most covered words first.
   *
   * @param fingerprints of every run of six words of a text, in order
   */
  List<Overlap> holding(CaseId caseId, long[] fingerprints) {
    return jdbc.sql(
            """
            with asked as (
              select fingerprint, position
              from unnest(cast(:fingerprints as bigint[])) with ordinality
                as t (fingerprint, position)),
            gaps as (
              select f.text_id, a.position - lag(a.position) over
                (partition by f.text_id order by a.position) as gap
              from asked a join overlap_fingerprints f on f.fingerprint = a.fingerprint)
            select t.version_id, sum(least(coalesce(g.gap, :run), :run)) as covered
            from gaps g join overlap_texts t on t.id = g.text_id
            where t.case_id = :case
            group by t.version_id
            order by covered desc, t.version_id
            """)
        .param("fingerprints", fingerprints)
        .param("run", Shingles.RUN)
        .param("case", caseId.value())
        .query((row, _) -> new Overlap(new VersionId(row.getObject(1, UUID.class)), row.getInt(2)))
        .list();
  }

  /** Versions with a text that has not been read yet, oldest first. */
  List<VersionId> unread(int limit) {
    return jdbc.sql(
            """
            select e.version_id from extractions e
            where e.state = 'READY'
              and not exists (select from overlap_texts t where t.version_id = e.version_id)
            order by e.version_id limit :limit
            """)
        .param("limit", limit)
        .query((row, _) -> new VersionId(row.getObject(1, UUID.class)))
        .list();
  }

  /** Whether the case has a version with a text that has not been read yet. */
  boolean hasUnread(CaseId caseId) {
    return jdbc.sql(
            """
            select exists (
              select from items i
              join versions v on v.item_id = i.id
              join extractions e on e.version_id = v.id
              where i.case_id = :case and e.state = 'READY'
                and not exists (select from overlap_texts t where t.version_id = v.id))
            """)
        .param("case", caseId.value())
        .query(Boolean.class)
        .single();
  }
}
