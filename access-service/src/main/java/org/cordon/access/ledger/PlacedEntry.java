package org.cordon.access.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cordon.platform.ids.LedgerEntryId;
import org.jspecify.annotations.Nullable;

/**
 * An entry with its position in the ledger, as it is shown to those who may read it. Whoever reads
 * it can work out the digest: SHA-256 over the salt and the canonical form.
 *
 * @param position from 1, without gaps
 * @param salt in hexadecimal
 * @param digest in hexadecimal
 */
public record PlacedEntry(
    long position,
    LedgerEntryId entry,
    Instant at,
    String kind,
    @Nullable UUID person,
    @JsonProperty("case") @Nullable UUID caseId,
    @Nullable UUID item,
    @Nullable UUID version,
    @Nullable UUID about,
    String action,
    @Nullable Boolean permitted,
    List<String> policies,
    @Nullable String policySet,
    @Nullable UUID confirms,
    @Nullable String detail,
    String salt,
    String digest,
    String canonical) {
  public PlacedEntry {
    policies = List.copyOf(policies);
  }
}
