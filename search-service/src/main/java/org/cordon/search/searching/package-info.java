/**
 * The way out: a person's search.
 *
 * <p>One query on the indices of their cases, filtered by what access-service says they may find,
 * gives hits, total, facets and timeline; the hits are then decided one by one and recorded before
 * they are shown. Start with {@link org.cordon.search.searching.Searches}.
 *
 * <p>Invariant (rule 2): documents that a person may not find change nothing of what they are
 * answered, not the order either. Scores are used only in the common index of a case of which they
 * may read all common versions; everything else follows by date.
 */
@NullMarked
package org.cordon.search.searching;

import org.jspecify.annotations.NullMarked;
