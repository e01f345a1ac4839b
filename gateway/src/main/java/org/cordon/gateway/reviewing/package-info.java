/**
 * A version of a paper, read: comments on it, what changed since another, and sending it round.
 * Start with {@link org.cordon.gateway.reviewing.VersionPage}.
 *
 * <p>Invariant: whoever circulates a paper learns who needs a decision, and never why (rule 18).
 */
@NullMarked
package org.cordon.gateway.reviewing;

import org.jspecify.annotations.NullMarked;
