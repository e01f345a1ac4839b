package org.cordon.evidence.accountability;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/** A change that was demanded from outside, as it stands on record. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AmendmentLine(
    UUID id,
    VersionId version,
    @Nullable PassageId passage,
    String demandedBy,
    OnBehalfOf onBehalfOf,
    String why,
    String changed,
    Instant recordedAt,
    PersonId recordedBy) {}
