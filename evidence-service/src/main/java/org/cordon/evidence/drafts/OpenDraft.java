package org.cordon.evidence.drafts;

import org.cordon.platform.access.Decision;

/** A draft that a person was permitted to read, and the ledger entry that says so. */
public record OpenDraft(Draft draft, Decision decision) {}
