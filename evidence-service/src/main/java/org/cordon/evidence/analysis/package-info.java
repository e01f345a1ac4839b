/**
 * The analysis of a case at a glance: what its papers say happened and when, what was found and on
 * what evidence, what is missing, and who has not been heard. Start with {@link
 * org.cordon.evidence.analysis.Analyses}.
 *
 * <p>Invariant: it is made from what the person may read and from nothing else. What they may not
 * read leaves no trace in it, neither in a list nor in a count nor as a gap. Each paper shows as
 * the open draft when the person may read that, otherwise as the newest version that they may read.
 * Allowed dependencies: accountability, papers, drafts, passages, items, platform.
 */
@NullMarked
package org.cordon.evidence.analysis;

import org.jspecify.annotations.NullMarked;
