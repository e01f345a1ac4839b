/**
 * The labels of versions, how they flow along sources, and the feed of their changes. Start with
 * {@link org.cordon.access.labels.Inheritance}, the one place that says what a version holds.
 *
 * <p>Invariants: a version holds the accounts of all its sources unless the approving officer
 * cleared it of them (rule 4); what changes on a version changes everything downstream in the same
 * transaction; what is not registered is denied; labels are never overwritten, a higher revision
 * takes over; a position in the feed is given after the commit. A draft ({@link
 * org.cordon.access.labels.Drafts}) is in no list and no feed, is opened to nobody and loses no
 * label until it is frozen; what was abandoned is denied as if it had never been registered, and
 * cannot be registered any more. Depends on {@code decisions}, {@code people}, {@code policies} and
 * {@code ledger}.
 */
@NullMarked
package org.cordon.access.labels;

import org.jspecify.annotations.NullMarked;
