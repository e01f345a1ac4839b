/**
 * The tree over the ledger's entries, the signed checkpoints of it, and what an outsider needs to
 * check both: proofs and an export. Start with {@link org.cordon.access.checkpoints.Checkpoints};
 * one round of the sequencer is {@code Integration}.
 *
 * <p>Invariants: entries go into the tree in the order of their positions, each once; whichever
 * instance holds the advisory lock does it, and tree and checkpoint commit together; a size is
 * signed once; nothing is signed that does not begin with what was signed before. No decision waits
 * for any of it. No other package touches the tables {@code ledger_tiles} and {@code
 * ledger_checkpoints}. Depends on {@code ledger}, {@code decisions} and {@code policies}.
 */
@NullMarked
package org.cordon.access.checkpoints;

import org.jspecify.annotations.NullMarked;
