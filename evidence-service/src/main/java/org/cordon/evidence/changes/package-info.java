/**
 * The feed that other services follow: which versions were registered and which changed state. It
 * is the only outbox. Start with {@link org.cordon.evidence.changes.Changes}.
 *
 * <p>Invariant: a change commits with what it tells of and gets its position after that commit, so
 * a reader who remembers a position misses nothing. Allowed dependencies: platform.
 */
@NullMarked
package org.cordon.evidence.changes;

import org.jspecify.annotations.NullMarked;
