/**
 * Which versions of a case a text shares words with, so that an account that was copied is a source
 * even when nobody said so. Start with {@link org.cordon.evidence.overlaps.Overlaps}; what it finds
 * and what defeats it stands in {@code docs/overlaps.md}.
 *
 * <p>Invariant: a run of nine words that a text shares with a version whose text has been read is
 * always found; what is stored tells nothing of the words without the case's key. Memory does not
 * grow with a text. Allowed dependencies: items, objects, platform.
 */
@NullMarked
package org.cordon.evidence.overlaps;

import org.jspecify.annotations.NullMarked;
