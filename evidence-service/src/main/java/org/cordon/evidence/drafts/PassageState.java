package org.cordon.evidence.drafts;

import org.cordon.evidence.passages.Passage;

/** One saved state of a passage in a draft: its content, or that it was taken out. */
public record PassageState(Passage passage, boolean removed) {}
