/**
 * Who may see what, and who has seen what. Start with {@link
 * org.cordon.access.decisions.Decisions}: every request that shows or changes something passes
 * there, is answered from the policies in {@code src/main/resources/policies} and is in the ledger
 * before it is answered.
 */
@NullMarked
package org.cordon.access;

import org.jspecify.annotations.NullMarked;
