package org.cordon.evidence.custody;

import java.time.Instant;
import java.util.Optional;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;

/**
 * One event in the life of a version.
 *
 * @param person who did it; empty for what the service did by itself
 * @param sha256 the version's hash at that time
 * @param detail how, in words; at most 1,000 characters
 * @param ledgerEntry the decision that permitted it, where there was one
 */
public record CustodyEntry(
    VersionId version,
    Instant at,
    Event event,
    Optional<PersonId> person,
    String sha256,
    String detail,
    Optional<LedgerEntryId> ledgerEntry) {

  /** What happened. */
  public enum Event {
    RECEIVED,
    EXTRACTED,
    EXTRACTION_FAILED
  }
}
