/**
 * Lines of accountability: which changes to a paper were demanded from outside, by whom and why
 * (rule 30), and what the board answered to the issues that a finding puts to it. Start with {@link
 * org.cordon.evidence.accountability.Amendments} and {@link
 * org.cordon.evidence.accountability.BoardResponses}.
 *
 * <p>Invariant: each text is tied to one version or draft of its paper and shown to those alone who
 * may read that; rows are only added, and what they say is sealed. Allowed dependencies: papers,
 * drafts, passages, items, objects, platform.
 */
@NullMarked
package org.cordon.evidence.accountability;

import org.jspecify.annotations.NullMarked;
