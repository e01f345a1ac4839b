/**
 * The proceedings that run beside a case: their status with its history, the matters in issue, the
 * early discussion and the CPS's agreements. Start with {@link
 * org.cordon.access.proceedings.Proceedings}.
 *
 * <p>Invariants: criminal proceedings always have a wall; a state is never overwritten, the highest
 * revision holds; towards its end a status is moved by the approving officer alone; whoever needs
 * to know of a change hears {@link org.cordon.access.proceedings.ProceedingsMoved} in its
 * transaction. Depends on {@code decisions}, {@code people}, {@code policies} and {@code ledger}.
 */
@NullMarked
package org.cordon.access.proceedings;

import org.jspecify.annotations.NullMarked;
