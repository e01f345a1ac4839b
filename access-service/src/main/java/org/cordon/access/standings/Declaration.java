package org.cordon.access.standings;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.cordon.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An officer's declaration of no direct involvement in the investigation (rule 14).
 *
 * @param statement what was declared, in the words that were shown
 * @param withdrawnAt null while it holds
 * @param investigator whether they are on the list of investigators all the same
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Declaration(
    PersonId person,
    @Nullable String personName,
    String statement,
    Instant recordedAt,
    @Nullable Instant withdrawnAt,
    boolean investigator) {}
