package org.cordon.access.decisions;

import java.util.List;
import org.cordon.platform.ids.LedgerEntryId;

/**
 * A recorded decision.
 *
 * @param policies the ids of the policies that decided
 */
public record Answer(boolean permitted, LedgerEntryId entry, List<String> policies) {
  public Answer {
    policies = List.copyOf(policies);
  }
}
