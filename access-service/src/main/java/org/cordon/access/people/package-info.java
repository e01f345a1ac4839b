/**
 * Who takes part in which case, under what name, from which agency and in which roles. Start with
 * {@link org.cordon.access.people.People}.
 *
 * <p>Invariants: a role or a place is never overwritten, it ends; nobody changes their own roles; a
 * case keeps a business manager; each change commits with its ledger entry. A name belongs to a
 * case, so that nobody renames a person in another case. Depends on {@code decisions}, {@code
 * ledger} and {@code policies}.
 */
@NullMarked
package org.cordon.access.people;

import org.jspecify.annotations.NullMarked;
