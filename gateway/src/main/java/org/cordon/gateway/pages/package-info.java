/**
 * What every page shares: the layout, what is served to make it look and work, and the pages for
 * errors. Start with {@link org.cordon.gateway.pages.ErrorPages}.
 *
 * <p>Invariant: what is absent and what is walled show the same bytes (rule 2), and no page needs
 * script or style that is written into it.
 */
@NullMarked
package org.cordon.gateway.pages;

import org.jspecify.annotations.NullMarked;
