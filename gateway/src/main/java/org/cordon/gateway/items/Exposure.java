package org.cordon.gateway.items;

import java.time.Instant;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/** Someone was shown something. */
record Exposure(
    Instant at,
    PersonId person,
    @Nullable String personName,
    @Nullable VersionId version,
    String action,
    boolean delivered) {}
