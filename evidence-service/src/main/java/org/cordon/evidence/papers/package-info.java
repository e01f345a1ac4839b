/**
 * Working papers: chronologies, narratives, key practice episodes, findings, reports and whatever
 * else the review team writes. Start with {@link org.cordon.evidence.papers.Papers}; the writing
 * itself is in {@code drafts}.
 *
 * <p>Invariant: a paper shows itself as the newest draft or version of it that the person may find,
 * and otherwise not at all. Allowed dependencies: drafts, passages, items, platform.
 */
@NullMarked
package org.cordon.evidence.papers;

import org.jspecify.annotations.NullMarked;
