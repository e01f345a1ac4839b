package org.cordon.evidence.overlaps;

import org.cordon.platform.ids.VersionId;

/**
 * A version that a text shares words with.
 *
 * @param coveredWords how many words of the text lie in runs of six that the version is known to
 *     hold; at least 6. At each end of a shared run up to three words may go uncounted.
 */
public record Overlap(VersionId version, int coveredWords) {}
