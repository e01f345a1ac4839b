/**
 * The ledger for those who check it: the newest checkpoint, entries, and the proof that an entry
 * stands where it says. Start with {@link org.cordon.gateway.ledger.LedgerPage}.
 *
 * <p>Invariant: what a page calls checked was worked out here from the entry's own text, and not
 * taken from the service that keeps the ledger (rule 29).
 */
@NullMarked
package org.cordon.gateway.ledger;

import org.jspecify.annotations.NullMarked;
