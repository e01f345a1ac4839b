package org.cordon.gateway.items;

import java.time.Instant;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/** One content of an item; who received it and its own state are there on the item's page alone. */
public record VersionSummary(
    VersionId id,
    int number,
    String sha256,
    long size,
    @Nullable String mediaType,
    String fileName,
    Instant receivedAt,
    @Nullable PersonId receivedBy,
    @Nullable ItemState state,
    @Nullable String failure) {}
