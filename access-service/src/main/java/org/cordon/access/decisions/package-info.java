/**
 * Deciding and recording as one act. Start with {@link org.cordon.access.decisions.Decisions}.
 *
 * <p>Invariant: no answer leaves before its ledger entry is durable (rule 29), and what a permit
 * changes commits with it. Depends on {@code policies} and {@code ledger}; the facts come from
 * {@code people} and {@code labels}, which implement {@link org.cordon.access.decisions.RolesHeld}
 * and {@link org.cordon.access.decisions.LabelsHeld}.
 */
@NullMarked
package org.cordon.access.decisions;

import org.jspecify.annotations.NullMarked;
