/**
 * The review at a glance: one page of a case with what happened and when, the key practice
 * episodes, the findings with their evidence, what is missing, who has not been heard, and what the
 * board answered. Start with {@link org.cordon.gateway.analysis.AnalysisPage}; {@link
 * org.cordon.gateway.analysis.Timeline} is the drawing.
 *
 * <p>Invariant: the page shows what evidence-service told for whoever looks and nothing that it
 * worked out from elsewhere; whatever the drawing shows, a table beside it says in words.
 */
@NullMarked
package org.cordon.gateway.analysis;

import org.jspecify.annotations.NullMarked;
