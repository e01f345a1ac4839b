package org.cordon.gateway.reviewing;

import java.time.Instant;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said about a version.
 *
 * @param passage what it is about; null for the whole
 */
record Comment(
    ItemId id,
    @Nullable PassageId passage,
    String text,
    @Nullable PersonId by,
    @Nullable Instant at) {}
