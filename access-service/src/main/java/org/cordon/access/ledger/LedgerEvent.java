package org.cordon.access.ledger;

import java.util.List;
import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;
import org.cordon.platform.ids.LedgerEntryId;
import org.cordon.platform.ids.PersonId;
import org.cordon.platform.ids.VersionId;
import org.jspecify.annotations.Nullable;

/** What an entry records. */
public sealed interface LedgerEvent {

  /** What it happened to, as far as it is known and may be said. */
  record Place(
      @Nullable CaseId caseId,
      @Nullable ItemId item,
      @Nullable VersionId version,
      @Nullable PersonId about) {
    /** Belongs to no case. */
    public static final Place NOWHERE = new Place(null, null, null, null);

    /** A case as a whole. */
    public static Place in(CaseId caseId) {
      return new Place(caseId, null, null, null);
    }

    /** One person's place in a case. */
    public static Place of(CaseId caseId, PersonId about) {
      return new Place(caseId, null, null, about);
    }

    /** A version that somebody asked for; whether it exists is not said. */
    public static Place asked(VersionId version) {
      return new Place(null, null, version, null);
    }
  }

  /**
   * A person asked and was answered.
   *
   * @param policies the ids of the policies that decided
   * @param policySet the hash of the policy set that was asked
   */
  record Decided(
      PersonId person,
      String action,
      Place place,
      boolean permitted,
      List<String> policies,
      String policySet)
      implements LedgerEvent {
    public Decided {
      policies = List.copyOf(policies);
    }
  }

  /**
   * Something changed that decisions rest on.
   *
   * @param by who did it, or null for a service of Cordon
   * @param detail ids, role names or digests, at most 200 characters; never a name or content
   */
  record Changed(@Nullable PersonId by, String change, Place place, @Nullable String detail)
      implements LedgerEvent {}

  /** The last byte of what was permitted has left; made from the entry that it confirms. */
  record Delivered(LedgerEntryId confirms, PersonId person, String action, Place place)
      implements LedgerEvent {}
}
