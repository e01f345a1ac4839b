package org.cordon.access.ledger;

import java.time.Instant;
import java.util.Optional;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.ids.PersonId;

/**
 * Which exposures are asked for.
 *
 * @param before only those before this moment
 * @param after the entry that the page before ended with
 * @param limit the most to answer
 */
public record ExposureQuery(
    CaseId caseId,
    Optional<PersonId> person,
    Optional<ItemId> item,
    Optional<Instant> before,
    Optional<LedgerEntryId> after,
    int limit) {}
