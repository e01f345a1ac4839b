package org.cordon.access.standings;

import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.PersonId;

/** A person's standing in a case was recorded; heard in the same transaction. */
public record StandingSet(CaseId caseId, PersonId person, Standing standing, PersonId by) {}
