/**
 * Comments on versions of papers. Start with {@link org.cordon.evidence.comments.Comments}.
 *
 * <p>A comment is an item of its own, written from the version it is on and frozen at once: it
 * bears all labels of that version, and its author's account unless the author writes papers in the
 * case.
 *
 * <p>Invariant: a comment shows itself to those who may read it, and to others not at all. Allowed
 * dependencies: drafts, passages, items, platform.
 */
@NullMarked
package org.cordon.evidence.comments;

import org.jspecify.annotations.NullMarked;
