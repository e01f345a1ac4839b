package org.cordon.access.exposures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.cordon.access.ledger.Exposure;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * A person was shown something.
 *
 * @param personName null for those who see ids only, and for somebody never named in the case
 * @param accountsOf whose accounts it held when it was shown; empty for those who see only their
 *     own
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ExposureSummary(
    Instant at,
    PersonId person,
    @Nullable String personName,
    ItemId item,
    VersionId version,
    String action,
    boolean delivered,
    LedgerEntryId entry,
    List<HeldAccount> accountsOf) {
  ExposureSummary {
    accountsOf = List.copyOf(accountsOf);
  }

  /** Somebody whose account it held. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record HeldAccount(PersonId person, @Nullable String personName) {}

  static ExposureSummary of(
      Exposure exposure, @Nullable String name, List<HeldAccount> accountsOf) {
    return new ExposureSummary(
        exposure.at(),
        exposure.person(),
        name,
        exposure.item(),
        exposure.version(),
        exposure.action(),
        exposure.delivered(),
        exposure.entry(),
        accountsOf);
  }
}
