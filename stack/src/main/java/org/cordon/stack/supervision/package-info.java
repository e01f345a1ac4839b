/**
 * Keeping the parts of an installation running.
 *
 * <p>Start reading at {@link org.cordon.stack.supervision.Supervisor}. Invariants: one supervisor
 * at a time holds an installation's lock; every process it starts is noted, with what identifies
 * it, before anything waits for it; so whoever comes next can find and end it, also when this
 * supervisor was killed.
 */
@NullMarked
package org.cordon.stack.supervision;

import org.jspecify.annotations.NullMarked;
