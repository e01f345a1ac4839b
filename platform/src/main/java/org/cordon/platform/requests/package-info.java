/**
 * How large the body of a request may be, the name of a file in it, and what whoever changes
 * something must have seen of it. Start with {@link org.cordon.platform.requests.BodyLimit} and
 * {@link org.cordon.platform.requests.Seen}.
 *
 * <p>Invariant: a body is counted as it streams and never held; nothing is changed that was not
 * seen as it is now, where that is asked for.
 */
@NullMarked
package org.cordon.platform.requests;

import org.jspecify.annotations.NullMarked;
