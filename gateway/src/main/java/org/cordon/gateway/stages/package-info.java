/**
 * The four stages of a review, with what there is of each. Start with {@link
 * org.cordon.gateway.stages.StagesPage}.
 *
 * <p>Invariant: every list is one that its service made for whoever looks, so what they may not
 * find is in no title and in no count (rule 2).
 */
@NullMarked
package org.cordon.gateway.stages;

import org.jspecify.annotations.NullMarked;
