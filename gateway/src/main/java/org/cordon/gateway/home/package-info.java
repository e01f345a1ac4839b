/**
 * The home of one case: what the person's role opens in it. Start with {@link
 * org.cordon.gateway.home.CaseHomePage}.
 *
 * <p>Invariant: what the permissions do not name is neither offered nor hinted at.
 */
@NullMarked
package org.cordon.gateway.home;

import org.jspecify.annotations.NullMarked;
