/**
 * The append-only record of decisions, deliveries and changes (rule 29). Start with {@link
 * org.cordon.access.ledger.Ledger}.
 *
 * <p>Invariants: an entry is part of the transaction of what it records; it holds ids and digests,
 * never content or names; nobody updates or deletes one (the database role may not, a trigger
 * refuses); positions are given after the commit, by the one sequencer that also puts the entries
 * into the tree ({@code org.cordon.access.checkpoints}). No other package touches the table {@code
 * ledger_entries}. Depends on nothing but {@code platform}.
 */
@NullMarked
package org.cordon.access.ledger;

import org.jspecify.annotations.NullMarked;
