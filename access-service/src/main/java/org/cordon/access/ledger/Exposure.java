package org.cordon.access.ledger;

import java.time.Instant;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;

/**
 * A person was shown a version, or a title or snippet of it.
 *
 * @param action {@code read} or {@code find}
 * @param delivered false when the last byte of what was read is not known to have left; a title or
 *     snippet leaves with the answer itself
 */
public record Exposure(
    Instant at,
    PersonId person,
    ItemId item,
    VersionId version,
    String action,
    boolean delivered,
    LedgerEntryId entry) {}
