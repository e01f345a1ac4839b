package org.cordon.evidence.comments;

import java.time.Instant;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * A comment as the API shows it.
 *
 * @param id of the comment, which is an item
 * @param version its one version
 * @param passage what it is on; null when it is on the whole
 */
public record ShownComment(
    ItemId id,
    VersionId version,
    @Nullable PassageId passage,
    String text,
    String html,
    PersonId by,
    Instant at) {}
