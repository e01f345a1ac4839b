/**
 * Who takes part in a case and what each may do. Start with {@link
 * org.cordon.gateway.people.People}.
 *
 * <p>Invariant: a one-time password is shown once, in the answer that made it, and kept nowhere.
 */
@NullMarked
package org.cordon.gateway.people;

import org.jspecify.annotations.NullMarked;
