package org.cordon.evidence.drafts;

import org.cordon.evidence.passages.Passage;

/**
 * A passage as it was saved.
 *
 * @param cleaned how many characters were taken out of the text on its way in
 */
public record SavedPassage(Passage passage, int cleaned) {}
