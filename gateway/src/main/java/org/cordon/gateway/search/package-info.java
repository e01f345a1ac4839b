/**
 * Finding: one box, and ways to narrow what it found. Start with {@link
 * org.cordon.gateway.search.SearchPage}.
 *
 * <p>Invariant: every count and every word on the page came from the person's own answer.
 */
@NullMarked
package org.cordon.gateway.search;

import org.jspecify.annotations.NullMarked;
