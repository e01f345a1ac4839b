package org.cordon.evidence.changes;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.cordon.platform.feed.Feed;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.Uuids;
import org.cordon.platform.ids.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happened to versions, in an order that never changes. */
@Component
public class Changes {
  private final JdbcClient jdbc;
  private final Feed feed;

  /** What happened. */
  public enum Kind {
    REGISTERED,
    /** Its state, or whether it is the newest of its item. */
    STATE
  }

  /** One change and its position. */
  public record Change(
      long position,
      VersionId version,
      ItemId item,
      @JsonProperty("case") CaseId caseId,
      Kind change) {}

  /**
   * Some changes.
   *
   * @param position of the last of them, or what was asked for when there are none
   */
  public record Batch(List<Change> changes, long position) {
    public Batch {
      changes = List.copyOf(changes);
    }
  }

  Changes(JdbcClient jdbc, Feed changesFeed) {
    this.jdbc = jdbc;
    this.feed = changesFeed;
  }

  /** Adds a change to the running transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(VersionId version, Kind kind) {
    UUID id = Uuids.timeOrdered();
    jdbc.sql("insert into changes (id, version_id, change) values (:id, :version, :change)")
        .param("id", id)
        .param("version", version.value())
        .param("change", kind.name())
        .update();
    feed.append(id);
  }

  /** Changes after a position; waits for the first when there are none. */
  Batch after(long position, int limit, Duration wait) throws InterruptedException {
    List<Feed.Placed> placed = feed.after(position, limit, wait);
    if (placed.isEmpty()) {
      return new Batch(List.of(), position);
    }
    List<Change> changes =
        jdbc.sql(
                """
                select p.position, c.version_id, v.item_id, v.case_id, c.change
                from changes_positions p
                join changes c on c.id = p.id
                join versions v on v.id = c.version_id
                where p.position between :first and :last
                order by p.position
                """)
            .param("first", placed.getFirst().position())
            .param("last", placed.getLast().position())
            .query((row, _) -> change(row))
            .list();
    return new Batch(changes, placed.getLast().position());
  }

  private static Change change(ResultSet row) throws SQLException {
    return new Change(
        row.getLong(1),
        new VersionId(row.getObject(2, UUID.class)),
        new ItemId(row.getObject(3, UUID.class)),
        new CaseId(row.getObject(4, UUID.class)),
        Kind.valueOf(row.getString(5)));
  }
}
