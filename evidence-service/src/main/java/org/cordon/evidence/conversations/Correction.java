package org.cordon.evidence.conversations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * What a participant says should be put right in their record (rule 12).
 *
 * @param version the version that they read
 * @param passage the passage of it
 * @param text what it should say
 * @param takenUpIn the version that takes it up; null while none does
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Correction(
    UUID id,
    VersionId version,
    PassageId passage,
    String text,
    String why,
    Instant proposedAt,
    PersonId proposedBy,
    @Nullable VersionId takenUpIn) {}
