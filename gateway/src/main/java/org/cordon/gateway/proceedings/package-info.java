/**
 * The proceedings that run beside a case: what they are, how far they have come, the early
 * discussion, the CPS's agreement. Start with {@link org.cordon.gateway.proceedings.Proceedings}.
 *
 * <p>Invariant: nothing changes the status before the person has been told who will be kept apart
 * from whom (rules 2, 3 and 16).
 */
@NullMarked
package org.cordon.gateway.proceedings;

import org.jspecify.annotations.NullMarked;
