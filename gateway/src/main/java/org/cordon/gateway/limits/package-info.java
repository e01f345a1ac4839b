/**
 * How much anyone may ask for: requests a minute, bytes a body, characters an address. Start with
 * {@link org.cordon.gateway.limits.Limits}.
 *
 * <p>Invariant: a body is counted as it streams and never held.
 */
@NullMarked
package org.cordon.gateway.limits;

import org.jspecify.annotations.NullMarked;
