/**
 * Preparing those who take part in a review: the information pack, the introduction, whom they can
 * turn to, and a note of what they can contribute. Start with {@link
 * org.cordon.gateway.preparation.PreparationPage}.
 *
 * <p>Invariant: a note is shown when evidence-service shows it, and a page without one does not
 * tell why.
 */
@NullMarked
package org.cordon.gateway.preparation;

import org.jspecify.annotations.NullMarked;
