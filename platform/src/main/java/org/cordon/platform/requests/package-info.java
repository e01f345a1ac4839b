/**
 * How large the body of a request may be. Start with {@link
 * org.cordon.platform.requests.BodyLimit}.
 *
 * <p>Invariant: a body is counted as it streams and never held.
 */
@NullMarked
package org.cordon.platform.requests;

import org.jspecify.annotations.NullMarked;
