/**
 * The working papers of a case: the words for what they are made of, the list, beginning one, and
 * the page of one. Start with {@link org.cordon.gateway.papers.Papers}; writing the draft is in
 * {@code drafting}, reading and sending round a version in {@code reviewing}.
 *
 * <p>Invariant: whatever a service says is the HTML of a passage is reduced to plain structure
 * before a page shows it.
 */
@NullMarked
package org.cordon.gateway.papers;

import org.jspecify.annotations.NullMarked;
