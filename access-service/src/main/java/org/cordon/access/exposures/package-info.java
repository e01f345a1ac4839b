/**
 * The questions that the ledger answers: who has seen this item, what has this person seen, and the
 * entries themselves (rule 29). Depends on {@code decisions}, {@code people}, {@code policies} and
 * {@code ledger}.
 */
@NullMarked
package org.cordon.access.exposures;

import org.jspecify.annotations.NullMarked;
