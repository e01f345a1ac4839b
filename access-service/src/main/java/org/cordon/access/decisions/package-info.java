/**
 * Deciding and recording as one act. Start with {@link org.cordon.access.decisions.Decisions}.
 *
 * <p>Invariant: no answer leaves before its ledger entry is durable (rule 29), and what a permit
 * changes commits with it. Depends on {@code policies} and {@code ledger}; {@link
 * org.cordon.access.decisions.Facts} puts the facts together from {@code people}, {@code
 * standings}, {@code disclosures} and {@code labels}, as of now or of a moment that has passed.
 * {@link org.cordon.access.decisions.Reader} says which free texts somebody reads: a reason may
 * retell an account.
 */
@NullMarked
package org.cordon.access.decisions;

import org.jspecify.annotations.NullMarked;
