package org.cordon.platform.access;

import org.cordon.platform.ids.LedgerEntryId;

/** An answer that is already in the ledger (rule 29). */
public record Decision(boolean permitted, LedgerEntryId entry) {}
