/**
 * Writing the draft of a paper, passage by passage; citing; seeing for whom it has become closed;
 * making a version of it. Start with {@link org.cordon.gateway.drafting.DraftPage}, and for one
 * passage with {@link org.cordon.gateway.drafting.PassagePage}.
 *
 * <p>Invariant: what somebody typed is never dropped: when it is not taken, the answer holds it.
 */
@NullMarked
package org.cordon.gateway.drafting;

import org.jspecify.annotations.NullMarked;
