/**
 * The labels of versions, and the feed of their changes. Start with {@link
 * org.cordon.access.labels.Labels}.
 *
 * <p>Invariants: a version holds the accounts of all its sources (rule 4); what is not registered
 * is denied; labels are never overwritten, a higher revision takes over; a position in the feed is
 * given after the commit. Depends on {@code decisions} (as a source of facts) and {@code ledger}.
 */
@NullMarked
package org.cordon.access.labels;

import org.jspecify.annotations.NullMarked;
