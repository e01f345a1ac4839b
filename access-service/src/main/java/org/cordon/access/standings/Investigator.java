package org.cordon.access.standings;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.cordon.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the list of investigators (rule 14), with who put them there and why.
 *
 * @param reason null where it is another's and not open to whoever looks
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Investigator(
    PersonId person,
    @Nullable String personName,
    @Nullable String reason,
    Instant recordedAt,
    PersonId by,
    @Nullable String byName) {}
