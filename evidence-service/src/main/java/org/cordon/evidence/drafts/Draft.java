package org.cordon.evidence.drafts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cordon.platform.access.ItemKind;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.ids.PassageId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;

/**
 * The one mutable content of a written item, without its passages' texts.
 *
 * @param version the id that it will bear as a version
 * @param structure the key of the structure whose sections its passages name
 * @param titleRevision 1, then one more with each change of the title
 * @param order its passages in their order; at most {@value #MAX_PASSAGES}
 * @param characters of all its passages' texts; at most {@value #MAX_CHARACTERS}
 * @param frozen how it came to its end; empty while it is open
 */
public record Draft(
    VersionId version,
    ItemId item,
    CaseId caseId,
    ItemKind kind,
    String structure,
    int number,
    String title,
    int titleRevision,
    List<PassageId> order,
    int characters,
    Instant begunAt,
    PersonId begunBy,
    Optional<Frozen> frozen) {
  public static final int MAX_PASSAGES = 2_000;
  public static final int MAX_CHARACTERS = 2_000_000;

  public Draft {
    order = List.copyOf(order);
  }

  /** Who froze it, when, and the decision that permitted it. */
  public record Frozen(Instant at, PersonId by, LedgerEntryId decision) {}

  /** Whether it can still be written. */
  public boolean isOpen() {
    return frozen.isEmpty();
  }
}
