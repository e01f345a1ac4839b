/**
 * The ledger's tree: hashes and proofs as RFC 9162, section 2.1 defines them, and checkpoints that
 * are signed as C2SP's tlog-checkpoint and signed-note say. JDK only, so that an outsider can read
 * and run it alone.
 *
 * <p>Start with {@link org.cordon.merkle.TreeHash}; a ledger that grows is a {@link
 * org.cordon.merkle.CompactRange}; what is shown to others are an {@link
 * org.cordon.merkle.InclusionProof}, a {@link org.cordon.merkle.ConsistencyProof} and a {@link
 * org.cordon.merkle.SignedCheckpoint}. Whatever does not verify throws {@link
 * org.cordon.merkle.Unverified}, which says why; nothing answers with a boolean that could be
 * overlooked.
 */
@NullMarked
package org.cordon.merkle;

import org.jspecify.annotations.NullMarked;
