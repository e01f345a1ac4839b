package org.cordon.evidence.accountability;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;

/**
 * What the board answered to an issue, as it stands on record.
 *
 * @param passage the issue
 * @param by who answered for the board
 */
public record BoardResponse(
    UUID id,
    VersionId version,
    PassageId passage,
    String text,
    String by,
    LocalDate on,
    Instant recordedAt,
    PersonId recordedBy) {}
