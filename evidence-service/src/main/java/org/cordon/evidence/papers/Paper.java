package org.cordon.evidence.papers;

import org.cordon.platform.ids.CaseId;
import org.cordon.platform.ids.ItemId;

/** A working paper as such, without content. */
public record Paper(ItemId id, CaseId caseId, PaperKind kind) {}
