package org.cordon.evidence.comments;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The {@code comments} table; rows are only added. */
@Repository
class CommentStore {
  private final JdbcClient jdbc;

  /** What a comment is on. */
  record CommentPlace(ItemId item, Optional<PassageId> passage) {}

  CommentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void add(ItemId item, VersionId on, Optional<PassageId> passage) {
    jdbc.sql("insert into comments (item, on_version, passage) values (:item, :on, :passage)")
        .param("item", item.value())
        .param("on", on.value())
        .param("passage", passage.map(PassageId::value).orElse(null))
        .update();
  }

  /** Comments on a version, oldest first, after one of them. */
  List<CommentPlace> of(VersionId on, Optional<ItemId> after, int limit) {
    return jdbc.sql(
            """
            select item, passage from comments
            where on_version = :on and (cast(:after as uuid) is null or item > :after)
            order by item limit :limit
            """)
        .param("on", on.value())
        .param("after", after.map(ItemId::value).orElse(null))
        .param("limit", limit)
        .query((row, _) ->
            new CommentPlace(
                new ItemId(row.getObject("item", UUID.class)),
                Optional.ofNullable(row.getObject("passage", UUID.class)).map(PassageId::new)))
        .list();
  }
}
