/**
 * People's positions in the proceedings: standings, declarations of no direct involvement, and the
 * list of investigators. Start with {@link org.cordon.access.standings.Standing#effective}, the one
 * place that says who is kept from others' accounts.
 *
 * <p>Invariants: whoever is or was a practitioner or a family member is a potential witness from
 * the start of live proceedings with a wall until the approving officer releases them (rule 3), and
 * a release counts only for proceedings that were live when it was given; nobody loosens their own
 * position; rows are only added. Depends on {@code decisions} (as a source of facts), {@code
 * proceedings}, {@code people}, {@code policies} and {@code ledger}.
 */
@NullMarked
package org.cordon.access.standings;

import org.jspecify.annotations.NullMarked;
