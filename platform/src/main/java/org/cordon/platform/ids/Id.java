package org.cordon.platform.ids;

import java.util.UUID;

/**
 * What every id has in common: it is a UUID with a type, so that one kind is never passed for
 * another.
 */
public sealed interface Id
    permits PersonId,
        CaseId,
        AgencyId,
        ItemId,
        VersionId,
        PassageId,
        LedgerEntryId,
        ProceedingsId,
        DisclosureId,
        ConversationId,
        MeetingId,
        MilestoneId {

  /** The bare value, for storage. */
  UUID value();
}
