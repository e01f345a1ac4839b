/**
 * A person's cases: the list, opening one, and the home of one. Start with {@link
 * org.cordon.gateway.cases.Cases}.
 *
 * <p>Invariant: a page offers only the actions that access-service named for this person.
 */
@NullMarked
package org.cordon.gateway.cases;

import org.jspecify.annotations.NullMarked;
