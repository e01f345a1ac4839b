/**
 * Cases: opening one, finding one's own, and who one is. Start with {@link
 * org.cordon.access.cases.Cases}.
 *
 * <p>Invariant: whoever has no role in a case cannot tell that it exists (rule 1). Depends on
 * {@code decisions}, {@code people}, {@code policies} and {@code ledger}.
 */
@NullMarked
package org.cordon.access.cases;

import org.jspecify.annotations.NullMarked;
