package org.cordon.access.proceedings;

import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;

/** Proceedings of a case were opened or their state changed; heard in the same transaction. */
public record ProceedingsMoved(CaseId caseId, PersonId by) {}
